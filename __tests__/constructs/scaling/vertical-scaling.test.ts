import { Size } from 'cdk8s';
import { VerticalPodAutoscaler } from '../../../imports/autoscaling.k8s.io';
import { AutoscaledWorkload } from '../../../lib/constructs/scaling/autoscaled-workload';
import { Metric } from '../../../lib/constructs/scaling/metric';
import { VerticalScaling, type VerticalScalingProps } from '../../../lib/constructs/scaling/vertical-scaling';
import { Cpu, k8s } from '../../../lib/kubernetes/k8s';
import { objectOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { workload } from '../../support/samples';

function scalingOf(props: Partial<VerticalScalingProps> = {}) {
  const chart = testChart();
  const scaling = new VerticalScaling(chart, 'Requests', { target: workload, updateMode: 'Initial', ...props });
  return { chart, scaling, vpa: objectOf(chart, 'VerticalPodAutoscaler') };
}

test('all defaults: both resources of every container, where two Pods run', () => {
  const { scaling, vpa } = scalingOf();
  expect(vpa.apiVersion).toBe('autoscaling.k8s.io/v1');
  expect(vpa.metadata).toMatchObject({ name: 'orders-blue', namespace: 'shop' });
  expect(vpa.spec).toEqual({
    targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders-blue' },
    updatePolicy: { updateMode: 'Initial', minReplicas: 2 },
  });
  expect(scaling.vpa.name).toBe('orders-blue');
});

test.each(['Off', 'Initial', 'Recreate', 'InPlaceOrRecreate'] as const)('updateMode: %s', (updateMode) => {
  expect(scalingOf({ updateMode }).vpa.spec.updatePolicy.updateMode).toBe(updateMode);
});

test('updateMode: Auto, which is deprecated, is no word', () => {
  // @ts-expect-error a type says so before anything runs
  expect(scalingOf({ updateMode: 'Auto' }).vpa.spec.updatePolicy.updateMode).toBe('Auto');
});

test('containers: one by its name, the others by "*"', () => {
  const bounds = {
    minAllowed: { cpu: Cpu.millis(50), memory: Size.mebibytes(64) },
    maxAllowed: { cpu: Cpu.units(2) },
    controlledValues: 'RequestsOnly',
  } as const;
  expect(scalingOf({ containers: { app: bounds, '*': 'Off' } }).vpa.spec.resourcePolicy.containerPolicies).toEqual([
    {
      containerName: 'app',
      mode: 'Auto',
      minAllowed: { cpu: '50m', memory: '64Mi' },
      maxAllowed: { cpu: '2' },
      controlledResources: ['cpu', 'memory'],
      controlledValues: 'RequestsOnly',
    },
    { containerName: '*', mode: 'Off' },
  ]);
});

test('minReplicas: one is enough, so a lone Pod may be evicted', () => {
  const target = { ...workload, replicas: 1 };
  expect(scalingOf({ target, updateMode: 'Recreate', minReplicas: 1 }).vpa.spec.updatePolicy.minReplicas).toBe(1);
});

test('evictionRequirements are written as they are', () => {
  const evictionRequirements = [{ resources: ['memory'], changeRequirement: 'TargetHigherThanRequests' }] as const;
  expect(scalingOf({ evictionRequirements }).vpa.spec.updatePolicy.evictionRequirements).toEqual(evictionRequirements);
});

const lone = { ...workload, replicas: 1 };
const known = { ...workload, containers: ['app', 'log'] };

test.each`
  props                                                                                           | refusal
  ${{ minReplicas: 0 }}                                                                           | ${'OutOfRange [test/Requests] minReplicas: invalid value 0: must be a whole number from 1 to 2147483647'}
  ${{ target: lone, updateMode: 'Recreate' }}                                                     | ${'NeverUpdated [test/Requests] minReplicas: invalid value 2: must be at most the replicas of the target (1)'}
  ${{ target: lone, updateMode: 'InPlaceOrRecreate', minReplicas: 3 }}                            | ${'NeverUpdated [test/Requests] minReplicas: invalid value 3: must be at most the replicas of the target (1)'}
  ${{ target: known, containers: { '*': 'Off', ap: 'Off' } }}                                     | ${'UnknownContainer [test/Requests] containers: invalid value "ap": must be a container of orders-blue: app, log'}
  ${{ containers: { app: { controlledResources: [] } } }}                                         | ${'InvalidContainerScaling [test/Requests] containers.app.controlledResources: invalid value []: must name one resource or two'}
  ${{ evictionRequirements: [{ resources: [], changeRequirement: 'TargetHigherThanRequests' }] }} | ${'InvalidEvictionRequirement [test/Requests] evictionRequirements[0].resources: invalid value []: must name one resource or two'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => scalingOf(props))).toBe(refusal);
});

test.each(['Off', 'Initial'] as const)('with %s nothing is evicted, so a lone Pod need not be enough', (updateMode) => {
  expect(refusalOf(() => scalingOf({ target: lone, updateMode }))).toBe('nothing refused');
});

test('a target that is scaled to nothing has no Pod to evict', () => {
  expect(refusalOf(() => scalingOf({ target: { ...workload, replicas: 0 }, updateMode: 'Recreate' }))).toBe(
    'nothing refused',
  );
});

/** What is said when both kinds of autoscaler are there, without what to do about it. */
function conflict(vertical: Partial<VerticalScalingProps>, metrics?: readonly Metric[]): string[] {
  const { chart } = scalingOf({ target: known, ...vertical });
  new AutoscaledWorkload(chart, 'Scaling', { target: known, maxReplicas: 9, metrics });
  return problemsOf(chart).map((sentence) => sentence.replace(/; .*/, ''));
}

test('what a horizontal autoscaler scales on is refused on both sides', () => {
  expect(conflict({})).toEqual([
    '[test/Requests] containers: invalid value ["cpu","memory"]: must not set what HorizontalPodAutoscaler orders-blue scales on',
    '[test/Scaling] metrics: invalid value ["cpu","memory"]: must not scale on what VerticalPodAutoscaler orders-blue sets the requests of',
  ]);
});

test.each`
  because                              | vertical                                                        | metrics
  ${'it only recommends'}              | ${{ updateMode: 'Off' }}                                        | ${undefined}
  ${'the metric is of something else'} | ${{}}                                                           | ${[Metric.pods('packets', 1)]}
  ${'each has a resource of its own'}  | ${{ containers: { '*': { controlledResources: ['memory'] } } }} | ${[Metric.cpu(60)]}
  ${'each has a container of its own'} | ${{ containers: { app: 'Off' } }}                               | ${[Metric.containerCpu('app', 60)]}
`('both may be there: $because', ({ vertical, metrics }) => {
  expect(conflict(vertical, metrics)).toEqual([]);
});

test('a horizontal autoscaler that no construct of ours made counts too', () => {
  const { chart } = scalingOf();
  const spec = { scaleTargetRef: workload.reference, maxReplicas: 3, metrics: [Metric.memory(60).manifest()] };
  new k8s.KubeHorizontalPodAutoscalerV2(chart, 'Hpa', { metadata: { name: 'by-hand' }, spec });
  expect(problemsOf(chart)).toEqual([
    expect.stringContaining('["memory"]: must not set what HorizontalPodAutoscaler by-hand'),
  ]);
});

test('a vertical autoscaler that no construct of ours made counts too', () => {
  const chart = testChart();
  new AutoscaledWorkload(chart, 'Scaling', { target: workload, maxReplicas: 9 });
  new VerticalPodAutoscaler(chart, 'Vpa', { metadata: { name: 'by-hand' }, spec: { targetRef: workload.reference } });
  expect(problemsOf(chart)).toEqual([expect.stringContaining('must not scale on what VerticalPodAutoscaler by-hand')]);
});
