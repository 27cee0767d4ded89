import { Duration } from 'cdk8s';
import { CanaryIngress } from '../../../lib/constructs/traffic/canary-ingress';
import type { CanaryRules } from '../../../lib/constructs/traffic/traffic-intent';
import { testChart } from '../../support/chart';
import { cors } from '../../support/cors';
import { ingressCase } from '../../support/ingress-case';
import { refusalOf } from '../../support/refusal';
import { nginx } from '../../support/samples';

const root = { path: '/', type: 'Prefix' } as const;
const abroad = { service: 'cart', port: 'http', namespace: 'abroad' };
const BY_NUMBER = 'service: invalid value "http": must be a number where the Service is in another namespace';

test.each`
  props                                                                  | refusal
  ${{ requestTimeout: Duration.seconds(5) }}                             | ${'requestTimeout: invalid value "5000ms": must not be set for ingress-nginx'}
  ${{ backendProtocol: 'H2C' }}                                          | ${'backendProtocol: invalid value "H2C": must not be H2C for ingress-nginx'}
  ${{ rewrite: { replacePrefixMatch: '/v1' } }}                          | ${'rewrite: invalid value "/v1": must be "/" for the path "/" of an Ingress'}
  ${{ cors: { ...cors, allowHeaders: [] } }}                             | ${'cors.allowHeaders: invalid value []: must name at least one for ingress-nginx, which has a list of its own otherwise'}
  ${{ cors: { ...cors, allowMethods: [] } }}                             | ${'cors.allowMethods: invalid value []: must name at least one for ingress-nginx, which has a list of its own otherwise'}
  ${{ service: abroad }}                                                 | ${BY_NUMBER}
  ${{ paths: [{ ...root, backend: abroad }] }}                           | ${BY_NUMBER}
  ${{ paths: [{ path: '/a', type: 'Prefix' }], defaultBackend: abroad }} | ${BY_NUMBER}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => ingressCase(nginx, props))).toBe(`ProviderRefuses [test/Front] ${refusal}`);
});

test('fails for an expression that would end the line of a configuration', () => {
  expect(refusalOf(() => ingressCase(nginx, { paths: [{ path: '/a;b', type: 'RegularExpression' }] }))).toMatch(
    /^ProviderRefuses \[test\/Front\] paths: invalid value "\/a;b": must have no comma, /,
  );
});

function sticky(rules: CanaryRules): string {
  const canary = { backend: { service: 'next', port: 80 }, ...rules };
  const stable = { service: 'orders', port: 80 };
  const props = { via: nginx, hosts: ['orders.shop.test'], stable, canary, sessionCookie: { name: 'route' } };
  return refusalOf(() => new CanaryIngress(testChart(), 'Front', props));
}

test.each([{ rules: [{ header: 'X-Group' }] }, { rules: [{ cookie: 'group' }] }])(
  'fails for a session cookie beside %j',
  (rules) => {
    expect(sticky(rules)).toBe(
      'ProviderRefuses [test/Front] sessionCookie: invalid value "route": must not be given beside a canary by header or cookie: ingress-nginx asks the session cookie first',
    );
  },
);

test('takes a session cookie beside a weight: who got the canary keeps it', () => {
  expect(sticky({ weightPercent: 5 })).toBe('nothing refused');
});
