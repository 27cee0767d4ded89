import { Duration } from 'cdk8s';
import { CanaryIngress } from '../../../lib/constructs/traffic/canary-ingress';
import type { CanaryRules } from '../../../lib/constructs/traffic/traffic-intent';
import { objectOf, objectsOf, testChart } from '../../support/chart';
import { ingressCase } from '../../support/ingress-case';
import { refusalOf } from '../../support/refusal';
import { traefik } from '../../support/samples';

const next = { service: 'orders-next', port: 'api' };
const closed = { ...traefik, allowCrossNamespace: false };
const abroad = { service: 'cart', port: 8080, namespace: 'abroad' };

function canaryOf(rules: CanaryRules, props: object = {}) {
  const chart = testChart();
  const canary = { ...rules, backend: next };
  const stable = { service: 'orders', port: 8001 };
  new CanaryIngress(chart, 'Front', { via: traefik, hosts: ['orders.shop.test'], stable, canary, ...props });
  return chart;
}

test('a route says its rule, its place and its Service', () => {
  const { apiVersion, metadata, spec } = objectOf(ingressCase(traefik), 'IngressRoute');
  expect(apiVersion).toBe('traefik.io/v1alpha1');
  expect(metadata).toMatchObject({ name: 'front', namespace: 'shop' });
  expect(spec).toEqual({
    entryPoints: ['plain'],
    routes: [
      {
        kind: 'Rule',
        match: 'Host(`orders.shop.test`) && PathPrefix(`/`)',
        priority: 2_000_101,
        services: [{ kind: 'Service', name: 'orders', port: 8001 }],
      },
    ],
  });
});

test('tlsSecret: HTTPS answers, and plain HTTP is sent on there', () => {
  const chart = ingressCase(traefik, { tlsSecret: 'shop-tls', maxBodySize: undefined, connectionsPerClient: 2 });
  const [secure, plain, ...others] = objectsOf(chart, 'IngressRoute');
  expect(others).toEqual([]);
  expect(secure?.spec).toMatchObject({ entryPoints: ['tls'], tls: { secretName: 'shop-tls' } });
  expect(secure?.spec.routes[0].middlewares).toEqual([{ name: 'front-connections' }]);
  expect(plain?.metadata.name).toBe('front-plain-http');
  expect(plain?.spec).not.toHaveProperty('tls');
  expect(plain?.spec).toMatchObject({ entryPoints: ['plain'], routes: [{ middlewares: [{ name: 'front-https' }] }] });
  const https = objectsOf(chart, 'Middleware').find(({ metadata }) => metadata.name === 'front-https');
  expect(https?.spec).toEqual({ redirectScheme: { scheme: 'https', permanent: true } });
});

test('plainHttp: "serve" answers by both', () => {
  const chart = ingressCase(traefik, { tlsSecret: 'shop-tls', plainHttp: 'serve', connectionsPerClient: 2 });
  const routes = objectsOf(chart, 'IngressRoute').map(({ spec }) => [spec.entryPoints, spec.routes[0].middlewares]);
  const middlewares = [{ name: 'front-connections' }];
  expect(routes).toEqual([
    [['tls'], middlewares],
    [['plain'], middlewares],
  ]);
});

test('an IngressRoute has one certificate, so hosts of another have their own, and those of none too', () => {
  const tlsSecret = [
    { secret: 'one', hosts: ['a.test'] },
    { secret: 'two', hosts: ['b.test'] },
  ];
  const chart = ingressCase(traefik, { hosts: ['a.test', 'b.test', 'c.test'], tlsSecret, plainHttp: 'serve' });
  const said = objectsOf(chart, 'IngressRoute').map(({ metadata, spec }) => [metadata.name, spec.tls?.secretName]);
  expect(said).toEqual([
    ['front', 'one'],
    ['front-plain-http', undefined],
    ['front-b-test', 'two'],
    ['front-b-test-plain-http', undefined],
    ['front-c-test', undefined],
  ]);
});

test('weight: a TraefikService divides what no header decides', () => {
  const chart = canaryOf({ weightPercent: 15 });
  expect(objectOf(chart, 'TraefikService').metadata.name).toBe('front');
  expect(objectOf(chart, 'TraefikService').spec.weighted).toEqual({
    services: [
      { kind: 'Service', name: 'orders', port: 8001, weight: 85 },
      { kind: 'Service', name: 'orders-next', port: 'api', weight: 15 },
    ],
  });
  const [route, ...others] = objectOf(chart, 'IngressRoute').spec.routes;
  expect(others).toEqual([]);
  expect(route.services).toEqual([{ kind: 'TraefikService', name: 'front' }]);
});

test('sessionCookie: a client keeps to its Pod, and by another cookie to its version', () => {
  const chart = canaryOf({ weightPercent: 15 }, { sessionCookie: { name: 'route', maxAge: Duration.hours(1) } });
  const { weighted } = objectOf(chart, 'TraefikService').spec;
  const cookie = { httpOnly: true, maxAge: 3600, path: '/' };
  expect(weighted.sticky).toEqual({ cookie: { ...cookie, name: 'route-version' } });
  for (const { sticky } of weighted.services) expect(sticky).toEqual({ cookie: { ...cookie, name: 'route' } });
});

test.each`
  protocol   | scheme     | transport
  ${'HTTP'}  | ${'http'}  | ${undefined}
  ${'GRPC'}  | ${'h2c'}   | ${undefined}
  ${'H2C'}   | ${'h2c'}   | ${undefined}
  ${'HTTPS'} | ${'https'} | ${{ insecureSkipVerify: true }}
  ${'GRPCS'} | ${'https'} | ${{ insecureSkipVerify: true }}
`('backendProtocol: $protocol is $scheme', ({ protocol, scheme, transport }) => {
  const chart = ingressCase(traefik, { backendProtocol: protocol });
  const [service] = objectOf(chart, 'IngressRoute').spec.routes[0].services;
  expect(service.scheme).toBe(scheme);
  expect(service.serversTransport).toBe(transport && 'front');
  expect(objectsOf(chart, 'ServersTransport').map(({ spec }) => spec)).toEqual(transport ? [transport] : []);
});

test('connectTimeout: how Traefik connects is an object of its own', () => {
  const chart = ingressCase(traefik, { connectTimeout: Duration.seconds(5) });
  expect(objectOf(chart, 'ServersTransport').spec).toEqual({ forwardingTimeouts: { dialTimeout: '5s' } });
});

test('a Service of another namespace is named with it, and finds the transport of this one', () => {
  const chart = ingressCase(traefik, { service: abroad, connectTimeout: Duration.seconds(5) });
  expect(objectOf(chart, 'IngressRoute').spec.routes[0].services).toEqual([
    { kind: 'Service', name: 'cart', namespace: 'abroad', port: 8080, serversTransport: 'shop-front@kubernetescrd' },
  ]);
});

test.each`
  via        | props                                            | refusal
  ${closed}  | ${{ service: abroad }}                           | ${'service: invalid value "abroad": must not be another namespace for a Traefik without allowCrossNamespace'}
  ${traefik} | ${{ readTimeout: Duration.seconds(1) }}          | ${'readTimeout: invalid value "1000ms": must not be set for traefik'}
  ${traefik} | ${{ sendTimeout: Duration.seconds(1) }}          | ${'sendTimeout: invalid value "1000ms": must not be set for traefik'}
  ${traefik} | ${{ requestTimeout: Duration.seconds(1) }}       | ${'requestTimeout: invalid value "1000ms": must not be set for traefik'}
  ${traefik} | ${{ plainHttp: 'redirect' }}                     | ${'plainHttp: invalid value "redirect": needs a tlsSecret for traefik, where TLS ends'}
  ${traefik} | ${{ paths: [{ path: '/a`b', type: 'Prefix' }] }} | ${'paths: invalid value "/a`b": must have no "`" for traefik, whose rules quote by it'}
`('fails: $refusal', ({ via, props, refusal }) => {
  expect(refusalOf(() => ingressCase(via, props))).toBe(`ProviderRefuses [test/Front] ${refusal}`);
});

test('fails for a canary that no rule can quote', () => {
  expect(refusalOf(() => canaryOf({ rules: [{ header: 'X-Group', value: 'a`b' }] }))).toBe(
    'ProviderRefuses [test/Front] canary.rules[0].value: invalid value "a`b": must have no "`" for traefik, whose rules quote by it',
  );
});
