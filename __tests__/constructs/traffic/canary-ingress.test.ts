import type { Chart } from 'cdk8s';
import { CanaryIngress, type CanaryIngressProps } from '../../../lib/constructs/traffic/canary-ingress';
import type { CanaryRule, CanaryRules } from '../../../lib/constructs/traffic/traffic-intent';
import {
  albShare,
  type CanaryRequest,
  gatewayShare,
  meantShare,
  nginxShare,
  traefikShare,
} from '../../support/canary-share';
import { objectsOf, testChart } from '../../support/chart';
import { istioShare } from '../../support/istio-share';
import { refusalOf } from '../../support/refusal';
import { alb, gateway, istio, nginx, traefik } from '../../support/samples';

const stable = { service: 'orders', port: 8001 };
const next = { service: 'orders-next', port: 8002 };

function canaryOf(rules: CanaryRules, props: Partial<CanaryIngressProps> = {}): Chart {
  const chart = testChart();
  const canary = { ...rules, backend: next };
  new CanaryIngress(chart, 'OrdersIngress', { via: nginx, hosts: ['orders.shop.test'], stable, canary, ...props });
  return chart;
}

const paths = [
  { path: '/', type: 'Prefix' },
  { path: '/api', type: 'Prefix' },
  { path: '/api/exactly', type: 'Exact' },
] as const;

/** Every way to decide by header, then every way by cookie, times every way by weight; but by nothing at all. */
const HEADERS: readonly CanaryRule[][] = [
  [],
  [{ header: 'X-Group' }],
  [{ header: 'X-Group', value: 'beta' }],
  [{ header: 'X-Group', pattern: '^be' }],
  [{ header: 'X-Group', pattern: 'be|ga' }],
];
const COOKIES: readonly CanaryRule[][] = [[], [{ cookie: 'group' }]];
const PAIRS = HEADERS.flatMap((header) => COOKIES.map((cookie) => [...header, ...cookie]));
/** Lists that ingress-nginx has no annotations for. */
const LISTS: readonly CanaryRule[][] = [
  [{ cookie: 'group' }, { header: 'X-Group' }],
  [{ header: 'X-Group' }, { header: 'X-Group', value: 'beta' }],
  [{ header: 'X-Group', pattern: 'e' }, { header: 'X-Group' }],
  [
    { header: 'X-Group', value: 'beta' },
    { header: 'X-Group', value: 'gamma' },
  ],
  [{ header: 'X-Group', value: 'beta' }, { cookie: 'group' }, { header: 'X-Group' }],
];
const WEIGHTS = [undefined, 0, 37, 0.5, 100];
const ALL_RULES: CanaryRules[] = [...PAIRS, ...LISTS].flatMap((rules) =>
  WEIGHTS.filter((weight) => rules.length > 0 || weight !== undefined).map((weightPercent) => ({
    rules,
    weightPercent,
  })),
);
const RULES_OF_NGINX = ALL_RULES.filter(({ rules = [] }) => !LISTS.some((list) => list === rules));

const HEADER_VALUES = [undefined, 'always', 'never', 'beta', 'alphabet', 'gamma', 'Always', ''];
const COOKIE_VALUES = [undefined, 'always', 'never', 'beta', 'alwaysnot'];
const REQUESTS: CanaryRequest[] = ['/', '/api', '/api/x', '/api/exactly', '/apis'].flatMap((path) =>
  HEADER_VALUES.flatMap((header) => COOKIE_VALUES.map((cookie) => ({ path, header, cookie }))),
);

const shareTable = (share: (request: CanaryRequest) => number | undefined) =>
  REQUESTS.map((request) => [JSON.stringify(request), share(request)]);

test.each(RULES_OF_NGINX)('ingress-nginx sends to the canary who is meant by %j', (rules) => {
  const ingresses = objectsOf(canaryOf(rules, { paths }), 'Ingress');
  expect(shareTable((request) => nginxShare(ingresses, request))).toEqual(
    shareTable((request) => meantShare(rules, request)),
  );
});

test.each(ALL_RULES)('Gateway API sends to the canary who is meant by %j, however it matches expressions', (rules) => {
  const routes = objectsOf(canaryOf(rules, { paths, via: gateway }), 'HTTPRoute');
  for (const expressions of ['search', 'whole'] as const) {
    expect(shareTable((request) => gatewayShare(routes, request, { canary: 'orders-next', expressions }))).toEqual(
      shareTable((request) => meantShare(rules, request)),
    );
  }
});

test.each(ALL_RULES)('Traefik sends to the canary who is meant by %j', (rules) => {
  const chart = canaryOf(rules, { paths, via: traefik });
  const objects = ['IngressRoute', 'TraefikService'].flatMap((kind) => objectsOf(chart, kind));
  const to = { canary: 'orders-next', host: 'orders.shop.test' };
  expect(shareTable((request) => traefikShare(objects, request, to))).toEqual(
    shareTable((request) => meantShare(rules, request)),
  );
});

test.each(ALL_RULES)('Istio sends to the canary who is meant by %j', (rules) => {
  const services = objectsOf(canaryOf(rules, { paths, via: istio }), 'VirtualService');
  expect(shareTable((request) => istioShare(services, request, 'orders-next'))).toEqual(
    shareTable((request) => meantShare(rules, request)),
  );
});

test.each(ALL_RULES.filter((rules) => !RULES_OF_NGINX.includes(rules)))('ingress-nginx refuses %j', (rules) => {
  expect(refusalOf(() => canaryOf(rules, { paths }))).toMatch(/^ProviderRefuses .* canary.rules: .* for ingress-nginx/);
});

/** Each rule is an Ingress of its own there; no cookie says "never", and no header says so either. */
const RULES_OF_ALB = ALL_RULES.filter(({ rules = [], weightPercent = 0 }) => {
  const byValue = rules.every((rule) => 'cookie' in rule || rule.value !== undefined);
  const never = rules.findIndex((rule) => 'cookie' in rule);
  const last = never === -1 || (never === rules.length - 1 && weightPercent === 0);
  return byValue && last && Number.isInteger(weightPercent);
});

test.each(RULES_OF_ALB)('ALB sends to the canary who is meant by %j', (rules) => {
  const ingresses = objectsOf(canaryOf(rules, { paths, via: alb }), 'Ingress');
  expect(shareTable((request) => albShare(ingresses, request))).toEqual(
    shareTable((request) => meantShare(rules, request)),
  );
});

test.each(ALL_RULES.filter((rules) => !RULES_OF_ALB.includes(rules)))('ALB refuses %j', (rules) => {
  expect(refusalOf(() => canaryOf(rules, { paths, via: alb }))).toMatch(/^ProviderRefuses .* for alb/);
});

test('all defaults: one host, every path, objects named after the id', () => {
  const [ingress, canary] = objectsOf(canaryOf({ weightPercent: 5 }), 'Ingress');
  expect([ingress?.metadata.name, canary?.metadata.name]).toEqual(['orders-ingress', 'orders-ingress-canary']);
  const [route] = objectsOf(canaryOf({ weightPercent: 5 }, { via: gateway }), 'HTTPRoute');
  expect(route.metadata.name).toBe('orders-ingress');
  expect(ingress.spec.rules[0].http.paths).toMatchObject([{ path: '/', pathType: 'Prefix' }]);
  expect(route.spec.rules[0].matches).toEqual([{ path: { type: 'PathPrefix', value: '/' } }]);
});

test('name: the objects are called so', () => {
  const props = { name: 'front' };
  const names = (chart: Chart, kind: string) => objectsOf(chart, kind).map(({ metadata }) => metadata.name);
  expect(names(canaryOf({ weightPercent: 5 }, props), 'Ingress')).toEqual(['front', 'front-canary']);
  expect(names(canaryOf({ weightPercent: 5 }, { ...props, via: gateway }), 'HTTPRoute')).toEqual(['front']);
});

test.each([
  ['ingress-nginx', nginx, 'Ingress', 2],
  ['gateway-api', gateway, 'HTTPRoute', 1],
  ['alb', alb, 'Ingress', 2],
  ['istio', istio, 'VirtualService', 1],
] as const)('via %s: its objects are public, in its dialect, and there are no others', (_, via, kind, count) => {
  const chart = testChart();
  const canary = { backend: next, weightPercent: 5 };
  const { objects } = new CanaryIngress(chart, 'OrdersIngress', { via, hosts: ['a.shop.test'], stable, canary });
  expect(objects.map((object) => object.kind)).toEqual(Array(count).fill(kind));
  expect(objects.map(({ name }) => name)).toEqual(objectsOf(chart, kind).map(({ metadata }) => metadata.name));
});
