import { Duration, Size } from 'cdk8s';
import { CanaryIngress } from '../../../lib/constructs/traffic/canary-ingress';
import { testChart } from '../../support/chart';
import { cors } from '../../support/cors';
import { ingressCase } from '../../support/ingress-case';
import { refusalOf } from '../../support/refusal';
import { gateway } from '../../support/samples';

const redirect = (url: string) => ({ redirect: { url, status: 'permanent' } });
const paths = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    path: `/${at}`,
    type: 'Exact' as const,
    backend: { service: `s-${at}`, port: 1 },
  }));
const NOT_SET = 'must not be set for gateway-api';

test.each`
  props                                                       | refusal
  ${redirect('https://a.test')}                               | ${'redirect: invalid value "https://a.test": needs the feature HTTPRouteSchemeRedirect'}
  ${{ plainHttp: 'redirect' }}                                | ${'plainHttp: invalid value "redirect": needs the feature HTTPRouteSchemeRedirect'}
  ${{ rewrite: { replaceFullPath: '/' } }}                    | ${'rewrite: invalid value {"replaceFullPath":"/"}: needs the feature HTTPRoutePathRewrite'}
  ${{ requestTimeout: Duration.seconds(9) }}                  | ${'requestTimeout: invalid value "9000ms": needs the feature HTTPRouteRequestTimeout'}
  ${{ cors }}                                                 | ${'cors: invalid value ["https://shop.test","https://cart.test"]: needs the feature HTTPRouteCORS'}
  ${{ backendProtocol: 'HTTPS' }}                             | ${'backendProtocol: invalid value "HTTPS": must be HTTP for gateway-api, where the Service says what it speaks'}
  ${{ requestsPerSecondPerClient: 3 }}                        | ${`requestsPerSecondPerClient: invalid value 3: ${NOT_SET}`}
  ${{ connectionsPerClient: 3 }}                              | ${`connectionsPerClient: invalid value 3: ${NOT_SET}`}
  ${{ sessionCookie: { name: 'a' } }}                         | ${`sessionCookie: invalid value {"name":"a"}: ${NOT_SET}`}
  ${{ maxBodySize: Size.mebibytes(1) }}                       | ${`maxBodySize: invalid value "1Mi": ${NOT_SET}`}
  ${{ connectTimeout: Duration.seconds(1) }}                  | ${`connectTimeout: invalid value "1000ms": ${NOT_SET}`}
  ${{ readTimeout: Duration.seconds(1) }}                     | ${`readTimeout: invalid value "1000ms": ${NOT_SET}`}
  ${{ sendTimeout: Duration.seconds(1) }}                     | ${`sendTimeout: invalid value "1000ms": ${NOT_SET}`}
  ${{ allowedSourceRanges: ['10.0.0.0/8'] }}                  | ${`allowedSourceRanges: invalid value ["10.0.0.0/8"]: ${NOT_SET}`}
  ${{ service: { service: 'orders', port: 'http' } }}         | ${'service: invalid value "http": must be a number for gateway-api'}
  ${{ paths: [{ path: '/a.*', type: 'RegularExpression' }] }} | ${'paths: invalid value "/a.*": needs path regular expressions, which Gateway API leaves to the implementation'}
  ${{ paths: paths(17) }}                                     | ${'paths: invalid value 17: must be at most 16 in one HTTPRoute'}
`('fails where the implementation has the core alone: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => ingressCase(gateway, props))).toBe(`ProviderRefuses [test/Front] ${refusal}`);
});

const features = ['HTTPRouteSchemeRedirect', 'HTTPRoutePathRedirect', 'HTTPRoutePathRewrite'] as const;
const expression = { paths: [{ path: '/a', type: 'RegularExpression' }], rewrite: { replaceExpressionMatch: '/$1' } };

test.each`
  props                              | refusal
  ${redirect('https://a.test:444')}  | ${'redirect: invalid value "https://a.test:444": needs the feature HTTPRoutePortRedirect'}
  ${redirect('https://a.test/?b=c')} | ${'redirect: invalid value "https://a.test/?b=c": must have no query for gateway-api'}
  ${{ plainHttp: 'redirect' }}       | ${'plainHttp: invalid value "redirect": needs the names of the Gateway\'s listeners'}
  ${expression}                      | ${'rewrite: invalid value {"replaceExpressionMatch":"/$1"}: must not be replaceExpressionMatch for gateway-api'}
`('fails with some features: $refusal', ({ props, refusal }) => {
  const via = { ...gateway, pathRegularExpressions: true, supportedFeatures: features };
  expect(refusalOf(() => ingressCase(via, props))).toBe(`ProviderRefuses [test/Front] ${refusal}`);
});

test.each([{ plainHttp: 'serve' }, { backendProtocol: 'HTTP' }, { hosts: 'every' }, { paths: paths(16) }])(
  'takes %j by the core alone',
  (props) => {
    expect(refusalOf(() => ingressCase(gateway, props as object))).toBe('nothing refused');
  },
);

test('the rules of a canary count beside those of other Services', () => {
  const make = (count: number) => () =>
    new CanaryIngress(testChart(), 'Front', {
      via: gateway,
      hosts: ['orders.shop.test'],
      stable: { service: 'orders', port: 80 },
      canary: { backend: { service: 'next', port: 80 }, rules: [{ header: 'X-Group' }], weightPercent: 5 },
      paths: [{ path: '/', type: 'Prefix' }, ...paths(count)],
    });
  expect(refusalOf(make(13))).toBe('nothing refused');
  expect(refusalOf(make(14))).toBe(
    'ProviderRefuses [test/Front] paths: invalid value 17: must be at most 16 in one HTTPRoute',
  );
});
