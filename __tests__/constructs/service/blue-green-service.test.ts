import { VersionedConfig } from '../../../lib/constructs/config/versioned-config';
import { Probe } from '../../../lib/constructs/container/probe';
import { fromConfigMap } from '../../../lib/constructs/container/variable-source';
import { NetworkPeer } from '../../../lib/constructs/network/network-peer';
import { BlueGreenService, type BlueGreenServiceProps } from '../../../lib/constructs/service/blue-green-service';
import { objectsOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { image, nginx, size } from '../../support/samples';

const nextImage = { ...image, reference: 'registry.internal:5000/shop/orders:2024-12' };
const scaling = { minReplicas: 3, maxReplicas: 9 };
const ingress = { via: nginx, hosts: ['orders.shop.test'], previewHosts: ['next.orders.shop.test'] };
const needed = { image: undefined, size, port: 3000, readiness: Probe.http('/'), liveness: Probe.http('/healthz') };

function serviceOf(props: Partial<BlueGreenServiceProps> = {}) {
  const chart = testChart();
  const { image: _, ...shared } = needed;
  const service = new BlueGreenService(chart, 'Orders', { ...shared, live: 'blue', blue: { image }, ...props });
  return { chart, service };
}

const named = (chart: ReturnType<typeof testChart>, kind: string, name: string) =>
  objectsOf(chart, kind).find(({ metadata }) => metadata.name === name);

const listOf = (chart: ReturnType<typeof testChart>) =>
  chart.toJson().map(({ kind, metadata }) => `${kind} ${metadata.name}`);

/** Instance that a Service of the chart selects. */
const selected = (chart: ReturnType<typeof testChart>, service: string) =>
  named(chart, 'Service', service)?.spec.selector['app.kubernetes.io/instance'];

const both = { blue: { image }, green: { image: nextImage } };

test('all defaults: one colour, two Pods, and both Services select it', () => {
  const { chart } = serviceOf();
  expect(listOf(chart)).toEqual([
    'Deployment orders-blue',
    'PodDisruptionBudget orders-blue',
    'Service orders',
    'Service orders-preview',
  ]);
  expect([selected(chart, 'orders'), selected(chart, 'orders-preview')]).toEqual(['orders-blue', 'orders-blue']);
  expect(named(chart, 'Deployment', 'orders-blue')?.spec.replicas).toBe(2);
  expect(problemsOf(chart)).toEqual([]);
});

test.each`
  live       | releasing    | answers           | preview           | blue       | green      | because
  ${'blue'}  | ${undefined} | ${'orders-blue'}  | ${'orders-blue'}  | ${'live'}  | ${'down'}  | ${'nothing is being released'}
  ${'blue'}  | ${'green'}   | ${'orders-blue'}  | ${'orders-green'} | ${'live'}  | ${'ready'} | ${'green can be looked at'}
  ${'green'} | ${'green'}   | ${'orders-green'} | ${'orders-green'} | ${'ready'} | ${'live'}  | ${'blue may be switched back to'}
  ${'green'} | ${undefined} | ${'orders-green'} | ${'orders-green'} | ${'down'}  | ${'live'}  | ${'the release has ended'}
`('live $live, releasing $releasing: $because', ({ live, releasing, answers, preview, ...states }) => {
  const { chart } = serviceOf({ ...both, scaling, live, releasing });
  expect([selected(chart, 'orders'), selected(chart, 'orders-preview')]).toEqual([answers, preview]);
  for (const colour of ['blue', 'green'] as const) {
    const { replicas } = named(chart, 'Deployment', `orders-${colour}`)?.spec ?? {};
    const hpa = named(chart, 'HorizontalPodAutoscaler', `orders-${colour}`)?.spec;
    const bounds = hpa && [hpa.minReplicas, hpa.maxReplicas];
    const expected = { live: [undefined, [3, 9]], ready: [undefined, [9, 9]], down: [0, undefined] };
    expect([replicas, bounds]).toEqual(expected[states[colour] as keyof typeof expected]);
    const budget = named(chart, 'PodDisruptionBudget', `orders-${colour}`);
    expect(budget === undefined).toBe(states[colour] === 'down');
  }
  expect(problemsOf(chart)).toEqual([]);
});

test('the switch changes the Service, and of the colours only how few Pods they may have', () => {
  const objects = (live: 'blue' | 'green') =>
    serviceOf({ ...both, scaling, ingress, live, releasing: 'green' }).chart.toJson();
  const [before, after] = [objects('blue'), objects('green')];
  const changed = before.filter((object, index) => JSON.stringify(object) !== JSON.stringify(after[index]));
  expect(changed.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'HorizontalPodAutoscaler orders-blue',
    'HorizontalPodAutoscaler orders-green',
    'Service orders',
  ]);
});

test('a count of Pods is the same for both colours while both are up', () => {
  const { chart } = serviceOf({ ...both, replicas: 5, releasing: 'green' });
  expect(objectsOf(chart, 'Deployment').map(({ spec }) => spec.replicas)).toEqual([5, 5]);
});

test('ingress: the live colour on its hosts, the preview on hosts of its own, both closed to all but the controller', () => {
  const { chart } = serviceOf({ ...both, ingress, releasing: 'green' });
  const sites = objectsOf(chart, 'Ingress').map(({ spec }) => [
    spec.rules[0].host,
    spec.rules[0].http.paths[0].backend.service.name,
  ]);
  expect(sites).toEqual([
    ['orders.shop.test', 'orders'],
    ['next.orders.shop.test', 'orders-preview'],
  ]);
  for (const { spec } of objectsOf(chart, 'NetworkPolicy')) {
    expect(spec.ingress[0].from).toEqual([
      { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge-system' } } },
    ]);
  }
  expect(objectsOf(chart, 'NetworkPolicy')).toHaveLength(2);
});

test('allowFrom: who may connect beside the controller', () => {
  const { chart } = serviceOf({ ingress, allowFrom: [NetworkPeer.pods({ app: 'shop' })] });
  expect(objectsOf(chart, 'NetworkPolicy')[0]?.spec.ingress[0].from).toHaveLength(2);
});

test('config: each colour reads its own, or that of the service', () => {
  const chart = testChart();
  const config = (id: string, URL: string) => [
    new VersionedConfig(chart, id, { name: 'config', data: { URL } }).asEnvironment(),
  ];
  const { image: _, ...shared } = needed;
  new BlueGreenService(chart, 'Orders', {
    ...shared,
    live: 'blue',
    config: config('Now', 'http://now'),
    blue: { image, config: config('Earlier', 'http://earlier') },
    green: { image: nextImage },
    env: { MODE: fromConfigMap('modes', 'mode') },
  });
  const [earlier, now] = ['blue', 'green'].map(
    (colour) =>
      named(chart, 'Deployment', `orders-${colour}`)?.spec.template.spec.containers[0].envFrom[0].configMapRef.name,
  );
  const urls = [earlier, now].map((name) => named(chart, 'ConfigMap', name)?.data.URL);
  expect(urls).toEqual(['http://earlier', 'http://now']);
});

test.each`
  props                                   | prop           | got
  ${{ live: 'green' }}                    | ${'live'}      | ${'green'}
  ${{ live: 'blue', releasing: 'green' }} | ${'releasing'} | ${'green'}
`('fails when $prop is a colour that nothing runs in', ({ props, prop, got }) => {
  const rule = 'must be a colour that something runs in';
  expect(refusalOf(() => serviceOf(props))).toBe(
    `ColourMissing [test/Orders] ${prop}: invalid value "${got}": ${rule}`,
  );
});
