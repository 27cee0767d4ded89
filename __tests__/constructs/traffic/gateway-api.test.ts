import { CanaryIngress } from '../../../lib/constructs/traffic/canary-ingress';
import { ServiceIngress, type ServiceIngressProps } from '../../../lib/constructs/traffic/service-ingress';
import type { CanaryRules } from '../../../lib/constructs/traffic/traffic-intent';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { gateway } from '../../support/samples';

const stable = { service: 'orders', port: 8001 };
const next = { service: 'orders-next', port: 8002 };
const plain = { ...gateway, headerRegularExpressions: false };
const hosts = ['orders.shop.test', '*.orders.shop.test'];

function routeOf(props: Partial<ServiceIngressProps> = {}) {
  const chart = testChart();
  new ServiceIngress(chart, 'Front', { via: gateway, hosts, service: stable, ...props });
  return objectOf(chart, 'HTTPRoute');
}

function canaryOf(rules: CanaryRules, via = gateway, backend = next) {
  const chart = testChart();
  new CanaryIngress(chart, 'Front', { via, hosts, stable, canary: { ...rules, backend } });
  return objectOf(chart, 'HTTPRoute').spec.rules;
}

const to = (name: string, port: number, weight: number) => ({ group: '', kind: 'Service', name, port, weight });
const everyPath = { type: 'PathPrefix', value: '/' };
const by = (type: string, name: string, value: string) => [{ path: everyPath, headers: [{ type, name, value }] }];

test('a route says every default of the API, or Argo CD would see a difference for ever', () => {
  const { apiVersion, metadata, spec } = routeOf();
  expect(apiVersion).toBe('gateway.networking.k8s.io/v1');
  expect(metadata).toMatchObject({ name: 'front', namespace: 'shop' });
  expect(spec).toEqual({
    parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'front-door', namespace: 'gateways' }],
    hostnames: hosts,
    rules: [{ matches: [{ path: everyPath }], backendRefs: [to('orders', 8001, 1)] }],
  });
});

test('paths: each is a match, by whole segments or exactly', () => {
  const paths = [
    { path: '/api', type: 'Prefix' },
    { path: '/status', type: 'Exact' },
  ] as const;
  expect(routeOf({ paths }).spec.rules[0].matches).toEqual([
    { path: { type: 'PathPrefix', value: '/api' } },
    { path: { type: 'Exact', value: '/status' } },
  ]);
});

test('weight: both versions are in one rule, which no header decides', () => {
  expect(canaryOf({ weightPercent: 15 })).toEqual([
    { matches: [{ path: everyPath }], backendRefs: [to('orders', 8001, 85), to('orders-next', 8002, 15)] },
  ]);
});

test('header: "always" and "never" stand before the weight, each a rule of its own', () => {
  expect(canaryOf({ rules: [{ header: 'X-Group' }], weightPercent: 15 }, plain)).toEqual([
    { matches: by('Exact', 'X-Group', 'always'), backendRefs: [to('orders-next', 8002, 1)] },
    { matches: by('Exact', 'X-Group', 'never'), backendRefs: [to('orders', 8001, 1)] },
    { matches: [{ path: everyPath }], backendRefs: [to('orders', 8001, 85), to('orders-next', 8002, 15)] },
  ]);
});

test('headerValue: only that value picks the canary; without a weight nobody else gets it', () => {
  expect(canaryOf({ rules: [{ header: 'X-Group', value: 'be ta' }] }, plain)).toEqual([
    { matches: by('Exact', 'X-Group', 'be ta'), backendRefs: [to('orders-next', 8002, 1)] },
    { matches: [{ path: everyPath }], backendRefs: [to('orders', 8001, 100), to('orders-next', 8002, 0)] },
  ]);
});

test('header before cookie before weight: of rules with one header each the first in the list wins', () => {
  const rules: { matches: { headers?: { name: string }[] }[] }[] = canaryOf({
    rules: [{ header: 'X-Group' }, { cookie: 'group' }],
  });
  expect(rules.map(({ matches }) => matches[0]?.headers?.[0]?.name)).toEqual([
    'X-Group',
    'X-Group',
    'Cookie',
    'Cookie',
    undefined,
  ]);
});

const EXPRESSIONS = 'needs header regular expressions, which Gateway API leaves to the implementation';

test.each`
  rules                                                 | refusal
  ${{ rules: [{ cookie: 'group' }] }}                   | ${`canary.rules[0].cookie: invalid value "group": ${EXPRESSIONS}`}
  ${{ rules: [{ header: 'X-Group', pattern: '^be' }] }} | ${`canary.rules[0].pattern: invalid value "^be": ${EXPRESSIONS}`}
`('fails for $rules where the implementation has no regular expressions', ({ rules, refusal }) => {
  expect(refusalOf(() => canaryOf(rules, plain))).toBe(`ProviderRefuses [test/Front] ${refusal}`);
});

test('fails when a TLS secret is given: the Gateway holds the certificate', () => {
  expect(refusalOf(() => routeOf({ tlsSecret: 'shop-tls' }))).toBe(
    'ProviderRefuses [test/Front] tlsSecret: invalid value "shop-tls": must not be set for gateway-api',
  );
});

const pathsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ path: `/p${at}`, type: 'Exact' as const }));

test('fails when paths times rules are more than the 128 matches of a route', () => {
  const canary = { rules: [{ header: 'X-Group' }], weightPercent: 5, backend: next };
  const make = (count: number) => () =>
    new CanaryIngress(testChart(), 'Front', { via: gateway, hosts, stable, canary, paths: pathsOf(count) });
  expect(refusalOf(make(42))).toBe('nothing refused');
  expect(refusalOf(make(43))).toBe(
    'ProviderRefuses [test/Front] paths: invalid value 43: must be at most 42 in one HTTPRoute',
  );
});

// the CRD: "spec.rules[0].matches: Too many: 65: must have at most 64 items"
test('fails when one rule has more than 64 matches, however few the rules', () => {
  expect(refusalOf(() => routeOf({ paths: pathsOf(64) }))).toBe('nothing refused');
  expect(refusalOf(() => routeOf({ paths: pathsOf(65) }))).toMatch(
    /^ProviderRefuses \[test\/Front\] paths: invalid value 65: /,
  );
});

test('fails when there are more than 16 hosts', () => {
  const hostsOf = (count: number) => Array.from({ length: count }, (_, at) => `h${at}.shop.test`);
  expect(refusalOf(() => routeOf({ hosts: hostsOf(16) }))).toBe('nothing refused');
  expect(refusalOf(() => routeOf({ hosts: hostsOf(17) }))).toMatch(
    /^ProviderRefuses \[test\/Front\] hosts: invalid value 17: must be at most 16 in one HTTPRoute/,
  );
});

// the CRD: "must only contain valid characters (matching ^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$)"
test.each(['/{id}', '/a"b', '/50%', '/a|b', '/[a]', '/ä'])('fails for the path %s, which the CRD refuses', (path) => {
  expect(refusalOf(() => routeOf({ paths: [{ path, type: 'Prefix' }] }))).toMatch(
    /^\w+ \[test\/Front\] paths: invalid value /,
  );
});

// what may stand in a name may mean something in an expression
test.each(['a+b', 'a|b', '$a', 'a*', '^a'])('a cookie called %s is found by its name', (cookie) => {
  const [always] = canaryOf({ rules: [{ cookie }] });
  const pattern = new RegExp(always.matches[0].headers[0].value);
  expect([pattern.test(`${cookie}=always`), pattern.test('a=always'), pattern.test('b=always')]).toEqual([
    true,
    false,
    false,
  ]);
});
