import { ServiceIngress, type ServiceIngressProps } from '../../../lib/constructs/traffic/service-ingress';
import { objectOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { gateway, nginx } from '../../support/samples';

function ingressOf(props: Partial<ServiceIngressProps> = {}) {
  const chart = testChart();
  const service = { service: 'orders', port: 8001 };
  const { objects } = new ServiceIngress(chart, 'FrontDoor', {
    via: nginx,
    hosts: ['orders.shop.test'],
    service,
    ...props,
  });
  return { chart, objects };
}

test('all defaults by ingress-nginx: every path of the host is the Service, in the class of the cluster', () => {
  const { apiVersion, metadata, spec } = objectOf(ingressOf().chart, 'Ingress');
  const backend = { service: { name: 'orders', port: { number: 8001 } } };
  expect(apiVersion).toBe('networking.k8s.io/v1');
  expect(metadata).toEqual({
    name: 'front-door',
    namespace: 'shop',
    labels: { 'app.kubernetes.io/part-of': 'orders', environment: 'rehearsal' },
  });
  expect(spec).toEqual({
    ingressClassName: 'edge',
    rules: [{ host: 'orders.shop.test', http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
  });
});

test('all defaults by gateway-api: the same, as a route of the Gateway of the cluster', () => {
  const { metadata, spec } = objectOf(ingressOf({ via: gateway }).chart, 'HTTPRoute');
  expect(metadata.name).toBe('front-door');
  expect(spec.parentRefs).toMatchObject([{ name: 'front-door', namespace: 'gateways' }]);
  expect(spec.hostnames).toEqual(['orders.shop.test']);
  expect(spec.rules).toMatchObject([{ backendRefs: [{ name: 'orders', port: 8001 }] }]);
});

test('hosts and paths: every path of every host is the Service', () => {
  const paths = [
    { path: '/a', type: 'Prefix' },
    { path: '/b', type: 'Exact' },
  ] as const;
  const { spec } = objectOf(ingressOf({ hosts: ['a.shop.test', 'b.shop.test'], paths }).chart, 'Ingress');
  const said = spec.rules.map((rule: { host: string; http: { paths: { path: string; pathType: string }[] } }) => [
    rule.host,
    ...rule.http.paths.map(({ path, pathType }) => `${pathType} ${path}`),
  ]);
  expect(said).toEqual([
    ['a.shop.test', 'Prefix /a', 'Exact /b'],
    ['b.shop.test', 'Prefix /a', 'Exact /b'],
  ]);
});

test('name: the object is called so', () => {
  expect(objectOf(ingressOf({ name: 'orders' }).chart, 'Ingress').metadata.name).toBe('orders');
});

test('tlsSecret: it is for every host', () => {
  const { spec } = objectOf(
    ingressOf({ tlsSecret: 'shop-tls', hosts: ['a.shop.test', 'b.shop.test'] }).chart,
    'Ingress',
  );
  expect(spec.tls).toEqual([{ hosts: ['a.shop.test', 'b.shop.test'], secretName: 'shop-tls' }]);
});

test('its object is public, and it finds nothing wrong with its neighbours', () => {
  const { chart, objects } = ingressOf();
  expect(objects.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['Ingress front-door']);
  expect(problemsOf(chart)).toEqual([]);
});

test.each`
  props                                 | refusal
  ${{ hosts: [] }}                      | ${'InvalidTraffic [test/FrontDoor] hosts: invalid value []: must name at least one'}
  ${{ via: gateway, tlsSecret: 'tls' }} | ${'ProviderRefuses [test/FrontDoor] tlsSecret: invalid value "tls": must not be set for gateway-api'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => ingressOf(props))).toBe(refusal);
});
