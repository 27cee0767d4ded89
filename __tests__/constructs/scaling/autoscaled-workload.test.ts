import { Duration } from 'cdk8s';
import { AutoscaledWorkload, type AutoscaledWorkloadProps } from '../../../lib/constructs/scaling/autoscaled-workload';
import { Metric } from '../../../lib/constructs/scaling/metric';
import {
  fastUpSlowDown,
  type ScalingBehavior,
  type ScalingRules,
} from '../../../lib/constructs/scaling/scaling-behavior';
import { Cpu } from '../../../lib/kubernetes/k8s';
import { objectOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { workload } from '../../support/samples';

function scalingOf(props: Partial<AutoscaledWorkloadProps> = {}) {
  const chart = testChart();
  const scaling = new AutoscaledWorkload(chart, 'Scaling', { target: workload, maxReplicas: 17, ...props });
  const hpa = objectOf(chart, 'HorizontalPodAutoscaler');
  return { scaling, hpa, budget: objectOf(chart, 'PodDisruptionBudget') };
}

test('all defaults: two Pods at least, 60 % of the CPU and 75 % of the memory that they request', () => {
  const { apiVersion, metadata, spec } = scalingOf().hpa;
  const { behavior, ...rest } = spec;
  expect(apiVersion).toBe('autoscaling/v2');
  expect(metadata).toMatchObject({ name: 'orders-blue', namespace: 'shop' });
  expect(rest).toEqual({
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders-blue' },
    minReplicas: 2,
    maxReplicas: 17,
    metrics: [
      { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } },
      { type: 'Resource', resource: { name: 'memory', target: { type: 'Utilization', averageUtilization: 75 } } },
    ],
  });
  expect(behavior).toEqual({
    scaleUp: {
      stabilizationWindowSeconds: 30,
      selectPolicy: 'Max',
      policies: [
        { type: 'Percent', value: 100, periodSeconds: 30 },
        { type: 'Pods', value: 5, periodSeconds: 30 },
      ],
    },
    scaleDown: {
      stabilizationWindowSeconds: 180,
      selectPolicy: 'Min',
      policies: [
        { type: 'Percent', value: 25, periodSeconds: 60 },
        { type: 'Pods', value: 3, periodSeconds: 60 },
      ],
    },
  });
});

test('node drains are held to a budget of one Pod, of the same workload', () => {
  const { scaling, budget } = scalingOf();
  expect(budget.metadata.name).toBe('orders-blue');
  expect(budget.spec).toMatchObject({ selector: { matchLabels: workload.selector }, maxUnavailable: 1 });
  expect(scaling.budget.budget.name).toBe('orders-blue');
});

test.each`
  props                                     | field                                             | value
  ${{ minReplicas: 1 }}                     | ${'minReplicas'}                                  | ${1}
  ${{ minReplicas: 17 }}                    | ${'minReplicas'}                                  | ${17}
  ${{ maxReplicas: 2 }}                     | ${'maxReplicas'}                                  | ${2}
  ${{ targetCpuUtilizationPercent: 41 }}    | ${'metrics.0.resource.target.averageUtilization'} | ${41}
  ${{ targetCpuUtilizationPercent: 150 }}   | ${'metrics.0.resource.target.averageUtilization'} | ${150}
  ${{ targetMemoryUtilizationPercent: 88 }} | ${'metrics.1.resource.target.averageUtilization'} | ${88}
`('$props is $field', ({ props, field, value }) => {
  expect(field.split('.').reduce((node: never, key: string) => node[key], scalingOf(props).hpa.spec)).toBe(value);
});

test('behavior: what is given is written in seconds, whole', () => {
  const rules: ScalingRules = {
    stabilizationWindow: Duration.minutes(2),
    selectPolicy: 'Min',
    policies: [{ type: 'Pods', value: 4, period: Duration.minutes(1) }],
  };
  const { spec } = scalingOf({ behavior: { scaleUp: rules, scaleDown: fastUpSlowDown().scaleDown } }).hpa;
  expect(spec.behavior.scaleUp).toEqual({
    stabilizationWindowSeconds: 120,
    selectPolicy: 'Min',
    policies: [{ type: 'Pods', value: 4, periodSeconds: 60 }],
  });
  expect(spec.behavior.scaleDown.stabilizationWindowSeconds).toBe(180);
});

test('metrics: what is given stands in place of the two percentages', () => {
  const { metrics } = scalingOf({ metrics: [Metric.pods('packets', 7), Metric.memory(81)] }).hpa.spec;
  expect(metrics).toEqual([
    { type: 'Pods', pods: { metric: { name: 'packets' }, target: { type: 'AverageValue', averageValue: '7' } } },
    { type: 'Resource', resource: { name: 'memory', target: { type: 'Utilization', averageUtilization: 81 } } },
  ]);
});

test('metrics: percentages are taken of requests, amounts are not, and of one container nothing is known', () => {
  const without = { ...workload, requested: [] };
  const amounts = [Metric.cpu(Cpu.millis(80)), Metric.external('q', { value: 1 }), Metric.containerCpu('app', 60)];
  expect(scalingOf({ target: without, metrics: amounts }).hpa.spec.metrics).toHaveLength(3);
  const beside = { ...without, containers: ['app', 'log'] };
  expect(scalingOf({ target: beside, metrics: [Metric.containerCpu('app', 60)] }).hpa.spec.metrics).toHaveLength(1);
});

test('memory that is ignored need not be requested', () => {
  const target = { ...workload, requested: ['cpu'] as const };
  expect(scalingOf({ target, targetMemoryUtilizationPercent: 'ignored' }).hpa.spec.metrics).toHaveLength(1);
});

test('behavior: a direction that is disabled has no policies', () => {
  const { behavior } = scalingOf({ behavior: { ...fastUpSlowDown(), scaleDown: 'Disabled' } }).hpa.spec;
  expect(behavior.scaleDown).toEqual({ selectPolicy: 'Disabled' });
  expect(behavior.scaleUp.selectPolicy).toBe('Max');
});

test('budget: what it says is kept', () => {
  const { spec } = scalingOf({ budget: { minAvailable: '50%', unhealthyPodEvictionPolicy: 'IfHealthyBudget' } }).budget;
  expect(spec).toMatchObject({ minAvailable: '50%', unhealthyPodEvictionPolicy: 'IfHealthyBudget' });
});

test.each`
  minReplicas | minAvailable | problem
  ${2}        | ${1}         | ${undefined}
  ${4}        | ${'75%'}     | ${undefined}
  ${2}        | ${2}         | ${'minAvailable: invalid value 2: must leave one of 2 free to go: 2 - 2 = 0'}
  ${3}        | ${'75%'}     | ${'minAvailable: invalid value "75%": must leave one of 3 free to go: 75% of 3, rounded up, is 3, and 3 - 3 = 0'}
`('a budget of $minAvailable beside at least $minReplicas: $problem', ({ minReplicas, minAvailable, problem }) => {
  const chart = testChart();
  new AutoscaledWorkload(chart, 'Scaling', { target: workload, maxReplicas: 9, minReplicas, budget: { minAvailable } });
  const found = problemsOf(chart).map((sentence) => sentence.replace(/; .*/, ''));
  expect(found).toEqual(problem ? [`[test/Scaling/Budget] ${problem}`] : []);
});

/** A workload of one container, which requests nothing. */
const lone = { ...workload, containers: ['app'], requested: [] };
const packets = Metric.pods('packets', 1);

test.each`
  props                                                                                            | refusal
  ${{ metrics: [] }}                                                                               | ${'NoMetric [test/Scaling] metrics: invalid value []: must have at least one metric'}
  ${{ metrics: [packets], targetCpuUtilizationPercent: 60 }}                                       | ${'MetricsBesidePercentages [test/Scaling] targetCpuUtilizationPercent: invalid value 60: must not be given beside metrics'}
  ${{ metrics: [packets], targetMemoryUtilizationPercent: 'ignored' }}                             | ${'MetricsBesidePercentages [test/Scaling] targetMemoryUtilizationPercent: invalid value "ignored": must not be given beside metrics'}
  ${{ metrics: [packets, Metric.cpu(0)] }}                                                         | ${'OutOfRange [test/Scaling] metrics[1].target: invalid value 0: must be a whole number from 1 to 2147483647'}
  ${{ metrics: [Metric.pods('p', '-1')] }}                                                         | ${'InvalidMetric [test/Scaling] metrics[0].target: invalid value "-1": must be more than 0'}
  ${{ metrics: [Metric.cpu(60), packets, Metric.cpu(70)] }}                                        | ${'MetricNamedTwice [test/Scaling] metrics[2]: invalid value {"type":"Resource","resource":"cpu"}: must be named once'}
  ${{ metrics: [Metric.cpu(60)], target: { ...workload, requested: ['memory'] } }}                 | ${'HpaTargetWithoutRequests [test/Scaling] target: invalid value ["memory"]: must request cpu'}
  ${{ metrics: [Metric.containerCpu('app', 6)], target: lone }}                                    | ${'HpaTargetWithoutRequests [test/Scaling] target: invalid value []: must request cpu'}
  ${{ metrics: [Metric.containerCpu('ap', 60)], target: { ...lone, containers: ['app', 'log'] } }} | ${'UnknownContainer [test/Scaling] metrics[0]: invalid value "ap": must be a container of orders-blue: app, log'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => scalingOf(props))).toBe(refusal);
});

test('the same measure of two containers, or of two series, is not the same metric', () => {
  const series = (topic: string) => Metric.external({ name: 'lag', selector: { topic } }, { averageValue: 1 });
  const metrics = [
    Metric.cpu(60),
    Metric.containerCpu('app', 60),
    Metric.containerCpu('log', 60),
    series('a'),
    series('b'),
  ];
  expect(scalingOf({ metrics }).hpa.spec.metrics).toHaveLength(5);
});

test('no replicas: why it is refused', () => {
  expect(() => scalingOf({ minReplicas: 0 })).toThrow('a feature gate, HPAScaleToZero, that is alpha and off');
});

test.each`
  props                                                 | refusal
  ${{ minReplicas: 0 }}                                 | ${'OutOfRange [test/Scaling] minReplicas: invalid value 0: must be a whole number from 1 to 2147483647'}
  ${{ maxReplicas: 0, minReplicas: 1 }}                 | ${'OutOfRange [test/Scaling] maxReplicas: invalid value 0: must be a whole number from 1 to 2147483647'}
  ${{ maxReplicas: 2.5 }}                               | ${'OutOfRange [test/Scaling] maxReplicas: invalid value 2.5: must be a whole number from 1 to 2147483647'}
  ${{ targetCpuUtilizationPercent: 0 }}                 | ${'OutOfRange [test/Scaling] targetCpuUtilizationPercent: invalid value 0: must be a whole number from 1 to 2147483647'}
  ${{ targetCpuUtilizationPercent: 0.6 }}               | ${'OutOfRange [test/Scaling] targetCpuUtilizationPercent: invalid value 0.6: must be a whole number from 1 to 2147483647'}
  ${{ targetMemoryUtilizationPercent: -1 }}             | ${'OutOfRange [test/Scaling] targetMemoryUtilizationPercent: invalid value -1: must be a whole number from 1 to 2147483647'}
  ${{ minReplicas: 7, maxReplicas: 5 }}                 | ${'MinReplicasAboveMax [test/Scaling] minReplicas: invalid value 7: must be at most maxReplicas (5)'}
  ${{ maxReplicas: 1 }}                                 | ${'MinReplicasAboveMax [test/Scaling] minReplicas: invalid value 2: must be at most maxReplicas (1)'}
  ${{ target: { ...workload, replicas: 3 } }}           | ${'HpaTargetFixedReplicas [test/Scaling] target: invalid value 3: must not have a fixed count of replicas'}
  ${{ target: { ...workload, requested: ['cpu'] } }}    | ${'HpaTargetWithoutRequests [test/Scaling] target: invalid value ["cpu"]: must request cpu and memory'}
  ${{ target: { ...workload, requested: ['memory'] } }} | ${'HpaTargetWithoutRequests [test/Scaling] target: invalid value ["memory"]: must request cpu and memory'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => scalingOf(props))).toBe(refusal);
});

const withRules = (rules: Partial<ScalingRules>): ScalingBehavior => ({
  ...fastUpSlowDown(),
  scaleDown: { ...fastUpSlowDown().scaleDown, ...rules },
});
const policy = { type: 'Pods', value: 1, period: Duration.minutes(1) } as const;

// Kubernetes: "scaleDown.policies: Required value: must specify at least one Policy", "must be less than or equal
// to 3600", "periodSeconds: must be less than or equal to 1800", "value: must be greater than zero"
test.each`
  because                               | rules
  ${'has no policy'}                    | ${{ policies: [] }}
  ${'looks back more than an hour'}     | ${{ stabilizationWindow: Duration.seconds(3601) }}
  ${'counts over more than 30 minutes'} | ${{ policies: [{ ...policy, period: Duration.seconds(1801) }] }}
  ${'counts over no time'}              | ${{ policies: [{ ...policy, period: Duration.seconds(0) }] }}
  ${'allows no Pod'}                    | ${{ policies: [{ ...policy, value: 0 }] }}
  ${'allows half a Pod'}                | ${{ policies: [{ ...policy, value: 0.5 }] }}
`('fails when the behavior $because', ({ rules }) => {
  expect(refusalOf(() => scalingOf({ behavior: withRules(rules) }))).toMatch(/^\w+ \[test\/Scaling\] behavior/);
});
