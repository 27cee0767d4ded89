import { VersionedConfig } from '../../../lib/constructs/config/versioned-config';
import { Probe } from '../../../lib/constructs/container/probe';
import { NetworkPeer } from '../../../lib/constructs/network/network-peer';
import { HelloService, type HelloServiceProps } from '../../../lib/constructs/service/hello-service';
import { objectOf, objectsOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { gateway, image, nginx, size } from '../../support/samples';

const nextImage = { ...image, reference: 'registry.internal:5000/shop/orders:2024-12' };
const canary = { image: nextImage, weightPercent: 15 };
const ingress = { via: nginx, hosts: ['orders.shop.test'] };
const scaling = { minReplicas: 7, maxReplicas: 12 };

function helloOf(props: Partial<HelloServiceProps> = {}) {
  const chart = testChart();
  return { chart, hello: new HelloService(chart, 'Orders', { image, size, ...props }) };
}

const named = (chart: ReturnType<typeof testChart>, kind: string, name: string) =>
  objectsOf(chart, kind).find(({ metadata }) => metadata.name === name);

const containerOf = (chart: ReturnType<typeof testChart>, name: string) =>
  named(chart, 'Deployment', name)?.spec.template.spec.containers[0];

test('all defaults: two Pods that answer on 3000, reached from inside, nothing else', () => {
  const { chart, hello } = helloOf();
  expect(chart.toJson().map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'Deployment orders',
    'Service orders',
    'PodDisruptionBudget orders',
  ]);
  expect(objectOf(chart, 'Deployment').spec.replicas).toBe(2);
  const { image: reference, ports, readinessProbe, livenessProbe } = containerOf(chart, 'orders');
  expect([reference, ports[0].containerPort]).toEqual([image.reference, 3000]);
  expect([readinessProbe.httpGet.path, livenessProbe.httpGet.path]).toEqual(['/', '/healthz']);
  expect([hello.canary, hello.ingresses]).toEqual([undefined, []]);
});

test('ingress: requests come in from the controller alone, for the hosts and paths', () => {
  const { chart } = helloOf({ ingress: { ...ingress, paths: [{ path: '/orders', type: 'Exact' }] } });
  const { metadata, spec } = objectOf(chart, 'Ingress');
  expect(metadata.name).toBe('orders');
  expect(spec.rules[0].host).toBe('orders.shop.test');
  expect(spec.rules[0].http.paths).toEqual([
    { path: '/orders', pathType: 'Exact', backend: { service: { name: 'orders', port: { number: 80 } } } },
  ]);
  expect(objectOf(chart, 'NetworkPolicy').spec.ingress[0].from).toEqual([
    { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge-system' } } },
  ]);
});

test('allowFrom and allowTo: who may connect beside the controller, and what both versions may connect to', () => {
  const shop = NetworkPeer.pods({ app: 'shop' });
  const { chart } = helloOf({ ingress, canary, allowFrom: [shop], allowTo: [NetworkPeer.cidr('10.9.0.0/16')] });
  for (const { spec } of objectsOf(chart, 'NetworkPolicy')) {
    expect(spec.ingress[0].from).toHaveLength(2);
    expect(spec.ingress[0].from[1]).toEqual({ podSelector: { matchLabels: { app: 'shop' } } });
    expect(spec.egress).toEqual([{ to: [{ ipBlock: { cidr: '10.9.0.0/16' } }] }]);
  }
  expect(objectOf(helloOf({ allowFrom: [shop] }).chart, 'NetworkPolicy').spec.policyTypes).toEqual(['Ingress']);
});

test('canary: a second version beside the first, told apart by its instance, with its own image and address', () => {
  const { chart } = helloOf({ canary, ingress });
  expect(containerOf(chart, 'orders').image).toBe(image.reference);
  expect(containerOf(chart, 'orders-canary').image).toBe(nextImage.reference);
  const selectors = ['orders', 'orders-canary'].map((name) => named(chart, 'Service', name)?.spec.selector);
  expect(selectors).toEqual([
    { 'app.kubernetes.io/name': 'orders', 'app.kubernetes.io/instance': 'orders' },
    { 'app.kubernetes.io/name': 'orders', 'app.kubernetes.io/instance': 'orders-canary' },
  ]);
  expect(problemsOf(chart)).toEqual([]);
});

test('canary: its share of the requests is divided by the ingress, and testers pick by X-Canary', () => {
  const notes = named(helloOf({ canary, ingress }).chart, 'Ingress', 'orders-canary')?.metadata.annotations;
  expect(notes).toEqual({
    'nginx.ingress.kubernetes.io/canary': 'true',
    'nginx.ingress.kubernetes.io/canary-weight': '15',
    'nginx.ingress.kubernetes.io/canary-by-header': 'X-Canary',
  });
});

test('canary: by Gateway API it is one route to both', () => {
  const { chart } = helloOf({ canary, ingress: { ...ingress, via: gateway } });
  const { rules } = objectOf(chart, 'HTTPRoute').spec;
  expect(rules.at(-1).backendRefs).toMatchObject([
    { name: 'orders', weight: 85 },
    { name: 'orders-canary', weight: 15 },
  ]);
});

test('canaryRules: testers pick by another header', () => {
  const { chart } = helloOf({ canary, ingress: { ...ingress, via: gateway }, canaryRules: [{ header: 'X-Next' }] });
  expect(objectOf(chart, 'HTTPRoute').spec.rules[0].matches[0].headers).toMatchObject([{ name: 'X-Next' }]);
});

test.each`
  weightPercent | least | fixed | because
  ${0}          | ${1}  | ${1}  | ${'testers may pick it before anybody is sent to it'}
  ${1}          | ${1}  | ${1}  | ${'a part of a Pod is a Pod'}
  ${15}         | ${2}  | ${1}  | ${'15 % of 7 is 1.05'}
  ${50}         | ${4}  | ${1}  | ${'half of 7 is 3.5'}
  ${51}         | ${4}  | ${2}  | ${'51 % of 2 is 1.02'}
  ${100}        | ${7}  | ${2}  | ${'it must bear everything'}
`(
  'a canary of $weightPercent % has $least Pods of 7 at least, or $fixed of 2: $because',
  ({ weightPercent, least, fixed }) => {
    const scaled = helloOf({ canary: { ...canary, weightPercent }, ingress, scaling }).chart;
    expect(named(scaled, 'HorizontalPodAutoscaler', 'orders')?.spec).toMatchObject(scaling);
    expect(named(scaled, 'HorizontalPodAutoscaler', 'orders-canary')?.spec).toMatchObject({
      minReplicas: least,
      maxReplicas: 12,
    });
    const counted = helloOf({ canary: { ...canary, weightPercent }, ingress }).chart;
    expect(named(counted, 'Deployment', 'orders')?.spec.replicas).toBe(2);
    expect(named(counted, 'Deployment', 'orders-canary')?.spec.replicas).toBe(fixed);
  },
);

test.each(['orders', 'orders-canary'])('port, probes, config and env are those of both versions: %s', (name) => {
  const props = {
    port: 8080,
    readiness: Probe.http('/ready'),
    liveness: Probe.tcp(),
    config: [{ as: 'environment', configMap: 'orders-1' }],
    env: { A: 'b' },
  } as const;
  expect(containerOf(helloOf({ ...props, canary, ingress }).chart, name)).toMatchObject({
    ports: [{ containerPort: 8080 }],
    readinessProbe: { httpGet: { path: '/ready' } },
    livenessProbe: { tcpSocket: { port: 'http' } },
    envFrom: [{ configMapRef: { name: 'orders-1' } }],
    env: [{ name: 'A', value: 'b' }],
    resources: { requests: { cpu: '130m' }, limits: { memory: '192Mi' } },
  });
});

test('its parts are public', () => {
  const { hello } = helloOf({ canary, ingress });
  expect([hello.stable.workload.name, hello.canary?.workload.name]).toEqual(['orders', 'orders-canary']);
  expect(hello.ingresses[0]?.objects.map(({ name }) => name)).toEqual(['orders', 'orders-canary']);
});

test('fails when there is a canary and nothing to divide the requests', () => {
  expect(refusalOf(() => helloOf({ canary }))).toBe(
    'CanaryWithoutIngress [test/Orders] canary: invalid value "15%": needs an ingress, which divides the requests',
  );
});

test.each([-1, 101, 0.00005])('fails when the canary gets %p %% of the requests', (weightPercent) => {
  expect(refusalOf(() => helloOf({ canary: { ...canary, weightPercent }, ingress }))).toBe(
    `InvalidTraffic [test/Orders/Ingress] canary.weightPercent: invalid value ${weightPercent}: must be from 0 to 100, with at most 4 decimals`,
  );
});

test('fails by the weight, not by a count that was made of it', () => {
  expect(refusalOf(() => helloOf({ canary: { ...canary, weightPercent: 200 }, ingress, scaling }))).toMatch(
    /^InvalidTraffic \[test\/Orders[^\]]*\] canary\.weightPercent: invalid value 200: /,
  );
});

const internal = { via: nginx, hosts: ['orders.internal.test'] };
const namesOf = (chart: ReturnType<typeof testChart>, kind: string) =>
  objectsOf(chart, kind).map(({ metadata }) => metadata.name);
const servicesOf = (chart: ReturnType<typeof testChart>) =>
  objectsOf(chart, 'Ingress').map(({ spec }) => spec.rules[0].http.paths[0].backend.service.name);

// ingress-nginx hangs a canary on the stable Service: two canaries of one Service would be for both hosts (#4667)
test('ingress: a canary at two places of one nginx has Services of its own at each', () => {
  const { chart } = helloOf({ canary, ingress: [ingress, internal] });
  expect(namesOf(chart, 'Ingress')).toEqual(['orders', 'orders-canary', 'orders-2', 'orders-2-canary']);
  expect(servicesOf(chart)).toEqual(['orders', 'orders-canary', 'orders-2', 'orders-canary-2']);
  const selectors = Object.fromEntries(
    objectsOf(chart, 'Service').map(({ metadata, spec }) => [metadata.name, spec.selector]),
  );
  expect(selectors['orders-2']).toEqual(selectors.orders);
  expect(selectors['orders-canary-2']).toEqual(selectors['orders-canary']);
  expect(problemsOf(chart)).toEqual([]);
});

test.each`
  what                    | props
  ${'without a canary'}   | ${{ ingress: [ingress, internal] }}
  ${'by another class'}   | ${{ canary, ingress: [ingress, { ...internal, via: { ...nginx, className: 'internal' } }] }}
  ${'by another dialect'} | ${{ canary, ingress: [ingress, { ...internal, via: gateway }] }}
`('ingress: two places $what share the Services', ({ props }) => {
  const { chart } = helloOf(props);
  expect(namesOf(chart, 'Service')).toEqual(props.canary ? ['orders', 'orders-canary'] : ['orders']);
  expect(problemsOf(chart)).toEqual([]);
});

test('ingress: each of several controllers may connect, and is named once', () => {
  const { chart } = helloOf({ ingress: [ingress, internal, { ...internal, via: gateway }] });
  const from = objectOf(chart, 'NetworkPolicy').spec.ingress[0].from;
  expect(from.map(({ namespaceSelector }: { namespaceSelector: object }) => namespaceSelector)).toEqual([
    { matchLabels: { 'kubernetes.io/metadata.name': 'edge-system' } },
    { matchLabels: { 'kubernetes.io/metadata.name': 'gateway-system' } },
  ]);
});

test('ingress: no place at all is none, and a canary needs one', () => {
  expect(refusalOf(() => helloOf({ canary, ingress: [] }))).toMatch(/^CanaryWithoutIngress /);
  expect(objectsOf(helloOf({ ingress: [] }).chart, 'NetworkPolicy')).toEqual([]);
});

test('canaryConfig: the canary reads another config than the stable version', () => {
  const chart = testChart();
  const config = (id: string, URL: string) => [
    new VersionedConfig(chart, id, { name: 'config', data: { URL } }).asEnvironment(),
  ];
  const [earlier, now] = [config('Earlier', 'http://earlier'), config('Now', 'http://now')];
  new HelloService(chart, 'Orders', { image, size, canary, ingress, config: earlier, canaryConfig: now });
  const urls = ['orders', 'orders-canary'].map((name) => {
    const { configMapRef } = containerOf(chart, name).envFrom[0];
    return named(chart, 'ConfigMap', configMapRef.name)?.data.URL;
  });
  expect(urls).toEqual(['http://earlier', 'http://now']);
});
