import { ApiObject, App, Chart, Size } from 'cdk8s';
import { AutoscaledWorkload, type AutoscaledWorkloadProps } from '../../lib/constructs/scaling/autoscaled-workload';
import { DisruptionBudget } from '../../lib/constructs/scaling/disruption-budget';
import { Metric } from '../../lib/constructs/scaling/metric';
import { fastUpSlowDown } from '../../lib/constructs/scaling/scaling-behavior';
import { type DisruptionBounds, disruptionsAllowed } from '../../lib/kubernetes/disruptions-allowed';
import { Cpu } from '../../lib/kubernetes/k8s';
import { describeCluster, eventually, kubectl, type LiveObject, mustKubectl, objects } from './cluster';

const NAMESPACE = 'scaling';
const SIZES = [1, 2, 3, 7, 10];

const BOUNDS: Readonly<Record<string, DisruptionBounds>> = {
  'max-1': { maxUnavailable: 1 },
  'max-2': { maxUnavailable: 2 },
  'max-0-percent': { maxUnavailable: '0%' },
  'max-1-percent': { maxUnavailable: '1%' },
  'max-34-percent': { maxUnavailable: '34%' },
  'max-50-percent': { maxUnavailable: '50%' },
  'max-100-percent': { maxUnavailable: '100%' },
  'min-0': { minAvailable: 0 },
  'min-1': { minAvailable: 1 },
  'min-3': { minAvailable: 3 },
  'min-1-percent': { minAvailable: '1%' },
  'min-50-percent': { minAvailable: '50%' },
  'min-67-percent': { minAvailable: '67%' },
  'min-90-percent': { minAvailable: '90%' },
  'min-100-percent': { minAvailable: '100%' },
};

const PAIRS = SIZES.flatMap((pods) =>
  Object.keys(BOUNDS).map((bounds) => ({ pods, bounds, name: `${pods}-${bounds}` })),
);

const item = (apiVersion: string, kind: string, name: string, spec: object): LiveObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: NAMESPACE },
  spec,
});

/** Runs Pods, as an owner of them does that is called as they are labelled. */
function owner(kind: 'Deployment' | 'DaemonSet', app: string, counts: object): LiveObject {
  const template = {
    metadata: { labels: { app } },
    spec: { containers: [{ name: 'main', image: 'example.com/app:v1' }] },
  };
  return item('apps/v1', kind, app, { ...counts, selector: { matchLabels: { app } }, template });
}

const budget = (name: string, app: string, bounds: DisruptionBounds) =>
  item('policy/v1', 'PodDisruptionBudget', name, { selector: { matchLabels: { app } }, ...bounds });

const apply = (items: readonly LiveObject[]) =>
  kubectl(['apply', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));

const statusOf = (name: string): LiveObject =>
  objects('poddisruptionbudgets', '-n', NAMESPACE).find(({ metadata }) => metadata.name === name)?.status;

/** What constructs of ours define, as it is sent. */
function defined(define: (chart: Chart) => void): LiveObject[] {
  const chart = new Chart(new App(), 'test', { namespace: NAMESPACE });
  define(chart);
  return chart.node.findAll().flatMap((part) => (ApiObject.isApiObject(part) ? [part.toJson()] : []));
}

const target = {
  name: 'web',
  selector: { app: 'web' },
  reference: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
  replicas: 'autoscaled',
  requested: ['cpu', 'memory'],
} as const;

function autoscaler(props: Partial<AutoscaledWorkloadProps>): LiveObject {
  const made = defined((chart) => new AutoscaledWorkload(chart, 'Scaling', { target, maxReplicas: 9, ...props }));
  return made.find(({ kind }) => kind === 'HorizontalPodAutoscaler');
}

describeCluster('scaling', () => {
  beforeAll(() => {
    kubectl(['create', 'namespace', NAMESPACE]);
  });
  afterAll(() => {
    kubectl(['delete', 'namespace', NAMESPACE, '--wait=false']);
  });

  const service = { apiVersion: 'v1', kind: 'Service', name: 'front' };
  const disabled = { scaleUp: fastUpSlowDown().scaleUp, scaleDown: 'Disabled' } as const;

  test.each`
    what                      | props
    ${'the two percentages'}  | ${{}}
    ${'amounts'}              | ${{ metrics: [Metric.cpu(Cpu.millis(1000)), Metric.memory(Size.mebibytes(1024))] }}
    ${'one container'}        | ${{ metrics: [Metric.containerCpu('app', 60), Metric.containerMemory('app', Size.mebibytes(90))] }}
    ${'what Pods report'}     | ${{ metrics: [Metric.pods({ name: 'packets', selector: { verb: 'GET' } }, 1000)] }}
    ${'what is of an object'} | ${{ metrics: [Metric.object(service, 'a', { value: '1e3' }), Metric.object(service, 'b', { averageValue: 0.5 })] }}
    ${'what is outside'}      | ${{ metrics: [Metric.external('kafka:lag|max', { value: '0.001' }), Metric.external('q', { averageValue: 30 })] }}
    ${'no way down'}          | ${{ behavior: disabled }}
  `('an autoscaler by $what is taken as it is, and applied again is the same', ({ props }) => {
    const hpa = autoscaler(props);
    kubectl(['delete', 'hpa', 'web', '-n', NAMESPACE, '--ignore-not-found']);
    const { status, stderr } = kubectl(['apply', '--validate=strict', '-f', '-'], JSON.stringify(hpa));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(kubectl(['apply', '-f', '-'], JSON.stringify(hpa)).stdout).toContain('unchanged');
  });

  test('no replicas are refused, as we do', () => {
    const hpa = autoscaler({ metrics: [Metric.external('q', { value: 1 })] });
    const none = { ...hpa, spec: { ...hpa.spec, minReplicas: 0 } };
    expect(kubectl(['create', '--dry-run=server', '-f', '-'], JSON.stringify(none)).stderr).toContain(
      'spec.minReplicas: Invalid value: 0: must be greater than or equal to 1',
    );
  });

  test('a budget allows what we work out, whatever its bounds and however many Pods there are', async () => {
    const owners = SIZES.map((replicas) => owner('Deployment', `of-${replicas}`, { replicas }));
    const budgets = PAIRS.map(({ pods, bounds, name }) =>
      budget(name, `of-${pods}`, BOUNDS[bounds] as DisruptionBounds),
    );
    expect(apply([...owners, ...budgets])).toMatchObject({ status: 0, stderr: '' });

    const expected = PAIRS.map(({ pods, bounds, name }) => ({
      name,
      ...disruptionsAllowed(BOUNDS[bounds] as DisruptionBounds, pods),
      currentHealthy: pods,
    }));
    const found = () => {
      const live = objects('poddisruptionbudgets', '-n', NAMESPACE);
      return PAIRS.map(({ name }) => {
        const { desiredHealthy, disruptionsAllowed, currentHealthy } =
          live.find(({ metadata }) => metadata.name === name)?.status ?? {};
        return { name, desiredHealthy, disruptionsAllowed, currentHealthy };
      });
    };
    const ready = (all: ReturnType<typeof found>) => JSON.stringify(all) === JSON.stringify(expected);
    expect(await eventually(found, ready, 60)).toEqual(expected);
  });

  test('a budget of ours lets a lone Pod be evicted', async () => {
    const app = 'alone';
    const lone = { name: app, selector: { app }, replicas: 1, reference: { ...target.reference, name: app } };
    const budgets = defined((chart) => new DisruptionBudget(chart, 'Budget', { target: lone }));
    apply([owner('Deployment', app, { replicas: 1 }), ...budgets]);
    await eventually(
      () => statusOf(app)?.disruptionsAllowed,
      (allowed) => allowed === 1,
      30,
    );
    const [pod] = objects('pods', '-n', NAMESPACE, '-l', `app=${app}`);
    const eviction = {
      apiVersion: 'policy/v1',
      kind: 'Eviction',
      metadata: { name: pod.metadata.name, namespace: NAMESPACE },
    };
    const path = `/api/v1/namespaces/${NAMESPACE}/pods/${pod.metadata.name}/eviction`;
    expect(kubectl(['create', '--raw', path, '-f', '-'], JSON.stringify(eviction))).toMatchObject({ status: 0 });
  });

  test.each`
    bounds                     | allowed | why
    ${{ maxUnavailable: 1 }}   | ${0}    | ${'does not implement the scale subresource'}
    ${{ minAvailable: '50%' }} | ${0}    | ${'does not implement the scale subresource'}
    ${{ minAvailable: 0 }}     | ${1}    | ${''}
  `('a DaemonSet with $bounds gives up Pods: $allowed', async ({ bounds, allowed, why }) => {
    const name = `daemon-${Object.values(bounds).join('').replace('%', '-percent')}`;
    apply([owner('DaemonSet', 'daemon', {}), budget(name, 'daemon', bounds)]);
    const isDone = (status: LiveObject) =>
      status?.disruptionsAllowed >= allowed && status.conditions?.[0]?.message.includes(why);
    const status = await eventually(() => statusOf(name), isDone, 30);
    expect(Math.min(1, status.disruptionsAllowed)).toBe(allowed);
    expect(status.conditions[0].message).toContain(why);
    mustKubectl('delete', 'pdb', name, '-n', NAMESPACE);
  });

  test('a Pod that nobody owns is given up by a count that must stay, by no other bound', async () => {
    const app = 'bare';
    const pod = item('v1', 'Pod', app, { containers: [{ name: 'main', image: 'example.com/app:v1' }] });
    const bare = { ...pod, metadata: { ...pod.metadata, labels: { app } } };
    apply([bare, budget('bare-max', app, { maxUnavailable: 1 }), budget('bare-min', app, { minAvailable: 0 })]);
    const allowed = () => ['bare-max', 'bare-min'].map((name) => statusOf(name)?.disruptionsAllowed);
    expect(await eventually(allowed, ([max, min]) => max === 0 && min === 1, 30)).toEqual([0, 1]);
  });
});
