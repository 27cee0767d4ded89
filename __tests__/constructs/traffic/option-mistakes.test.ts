import { Duration, Size } from 'cdk8s';
import { CanaryIngress } from '../../../lib/constructs/traffic/canary-ingress';
import { testChart } from '../../support/chart';
import { ingressCase } from '../../support/ingress-case';
import { refusalOf } from '../../support/refusal';
import { alb, gateway, nginx, traefik } from '../../support/samples';

const redirectTo = (url: string) => ({ redirect: { url, status: 'permanent' } as const });
const api = { path: '/api', type: 'Prefix' } as const;
const cors = {
  allowOrigins: ['https://shop.test'],
  allowMethods: ['GET'],
  allowHeaders: ['X-Shop'],
  credentials: 'omit',
  maxAge: Duration.minutes(1),
} as const;
const whole = (most: number) => `must be a whole number from 1 to ${most}`;
const INT = 2 ** 31 - 1;
const ADDRESS = 'must be a whole address of letters, digits and "-._~/:?&="';
const NEW_PATH = 'must begin with "/" and be letters, digits and "-._~/"';

test.each`
  props                                                                                                    | refusal
  ${redirectTo('www.example.com')}                                                                         | ${`redirect: invalid value "www.example.com": ${ADDRESS}`}
  ${redirectTo('https://a.test/$host')}                                                                    | ${`redirect: invalid value "https://a.test/$host": ${ADDRESS}`}
  ${{ rewrite: { replacePrefixMatch: 'x' } }}                                                              | ${`rewrite: invalid value "x": ${NEW_PATH}`}
  ${{ rewrite: { replaceFullPath: '/$1' } }}                                                               | ${`rewrite: invalid value "/$1": ${NEW_PATH}`}
  ${{ rewrite: { replaceFullPath: '/x' }, ...redirectTo('https://a.test') }}                               | ${'rewrite: invalid value "/x": must not be given beside redirect'}
  ${{ rewrite: { replacePrefixMatch: '/' }, paths: [{ ...api, type: 'Exact' }] }}                          | ${'rewrite: invalid value "Exact /api": replacePrefixMatch needs paths of type Prefix'}
  ${{ rewrite: { replaceExpressionMatch: '/$1' } }}                                                        | ${'rewrite: invalid value "Prefix /": replaceExpressionMatch needs paths of type RegularExpression'}
  ${{ requestsPerSecondPerClient: 0 }}                                                                     | ${`requestsPerSecondPerClient: invalid value 0: ${whole(INT)}`}
  ${{ connectionsPerClient: 1.5 }}                                                                         | ${`connectionsPerClient: invalid value 1.5: ${whole(INT)}`}
  ${{ sessionCookie: { name: 'a b' } }}                                                                    | ${'sessionCookie.name: invalid value "a b": must be letters, digits and "-._~"'}
  ${{ sessionCookie: { name: 'a', maxAge: Duration.millis(1500) } }}                                       | ${`sessionCookie.maxAge: invalid value "1500ms": ${whole(INT)} seconds`}
  ${{ connectTimeout: Duration.seconds(76) }}                                                              | ${`connectTimeout: invalid value "76000ms": ${whole(75)} seconds`}
  ${{ readTimeout: Duration.seconds(0) }}                                                                  | ${`readTimeout: invalid value "0ms": ${whole(INT)} seconds`}
  ${{ sendTimeout: Duration.millis(1) }}                                                                   | ${`sendTimeout: invalid value "1ms": ${whole(INT)} seconds`}
  ${{ requestTimeout: Duration.seconds(100_000) }}                                                         | ${`requestTimeout: invalid value "100000000ms": ${whole(99_999)} seconds`}
  ${{ maxBodySize: Size.kibibytes(0) }}                                                                    | ${'maxBodySize: invalid value "0Ki": must be more than nothing'}
  ${{ allowedSourceRanges: [] }}                                                                           | ${'allowedSourceRanges: invalid value []: must name at least one'}
  ${{ allowedSourceRanges: ['10.0.0.1/8'] }}                                                               | ${'allowedSourceRanges: invalid value "10.0.0.1/8": must have no bit set beyond its prefix'}
  ${{ cors: { ...cors, allowOrigins: [] } }}                                                               | ${'cors.allowOrigins: invalid value []: must name at least one'}
  ${{ cors: { ...cors, allowOrigins: ['shop.test'] } }}                                                    | ${'cors.allowOrigins: invalid value "shop.test": must be an origin or "*"'}
  ${{ cors: { ...cors, allowOrigins: ['*', 'https://a.test'] } }}                                          | ${'cors.allowOrigins: invalid value "*": must stand alone, and not beside credentials'}
  ${{ cors: { ...cors, allowOrigins: ['*'], credentials: 'include' } }}                                    | ${'cors.allowOrigins: invalid value "*": must stand alone, and not beside credentials'}
  ${{ cors: { ...cors, allowMethods: ['get'] } }}                                                          | ${'cors.allowMethods: invalid value "get": must be a name of letters, digits, "-" and "_"'}
  ${{ cors: { ...cors, allowHeaders: ['X Shop'] } }}                                                       | ${'cors.allowHeaders: invalid value "X Shop": must be a name of letters, digits, "-" and "_"'}
  ${{ cors: { ...cors, maxAge: Duration.seconds(0) } }}                                                    | ${`cors.maxAge: invalid value "0ms": ${whole(INT)} seconds`}
  ${{ defaultBackend: { service: 'rest', port: 80 }, paths: [api], rewrite: { replacePrefixMatch: '/' } }} | ${'defaultBackend: must not be given beside redirect or rewrite, which are for paths'}
`('fails, whatever the provider: $refusal', ({ props, refusal }) => {
  for (const via of [nginx, gateway, alb, traefik]) {
    expect(refusalOf(() => ingressCase(via, props))).toBe(`InvalidTraffic [test/Front] ${refusal}`);
  }
});

test('fails when a canary is redirected: neither version would answer', () => {
  const stable = { service: 'orders', port: 80 };
  const canary = { backend: { service: 'next', port: 80 }, weightPercent: 5 };
  const props = { via: nginx, hosts: ['orders.shop.test'], stable, canary, ...redirectTo('https://a.test') };
  expect(refusalOf(() => new CanaryIngress(testChart(), 'Front', props))).toBe(
    'InvalidTraffic [test/Front] redirect: invalid value "https://a.test": must not be given beside a canary: neither version would answer',
  );
});
