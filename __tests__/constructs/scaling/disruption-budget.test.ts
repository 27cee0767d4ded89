import { App } from 'cdk8s';
import type { Construct } from 'constructs';
import { DisruptionBudget, type DisruptionBudgetProps } from '../../../lib/constructs/scaling/disruption-budget';
import type { ScalableWorkload } from '../../../lib/constructs/workload/scalable-workload';
import { k8s } from '../../../lib/kubernetes/k8s';
import { objectOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { workload } from '../../support/samples';

function budgetOf(props: Partial<DisruptionBudgetProps> = {}) {
  const chart = testChart();
  new DisruptionBudget(chart, 'Budget', { target: workload, ...props });
  return objectOf(chart, 'PodDisruptionBudget');
}

test('all defaults: a drain can always take one Pod, and any that serves nobody', () => {
  const { apiVersion, metadata, spec } = budgetOf();
  expect(apiVersion).toBe('policy/v1');
  expect(metadata).toMatchObject({ name: 'orders-blue', namespace: 'shop' });
  expect(spec).toEqual({
    selector: { matchLabels: workload.selector },
    maxUnavailable: 1,
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
  });
});

test('target: the Pods are those that it selects', () => {
  const target = { name: 'cart', selector: { app: 'cart' } };
  const { metadata, spec } = budgetOf({ target });
  expect([metadata.name, spec.selector]).toEqual(['cart', { matchLabels: { app: 'cart' } }]);
});

test.each([3, '10%', '100%'] as const)(
  'maxUnavailable: %p is written as it is, a count as number, a share as text',
  (maxUnavailable) => {
    expect(budgetOf({ maxUnavailable }).spec.maxUnavailable).toBe(maxUnavailable);
  },
);

test.each([2, '60%', 0] as const)('minAvailable: %p is written in place of maxUnavailable', (minAvailable) => {
  const { spec } = budgetOf({ minAvailable });
  expect([spec.minAvailable, spec.maxUnavailable]).toEqual([minAvailable, undefined]);
});

test('unhealthyPodEvictionPolicy: a Pod that is not ready is kept like the others', () => {
  expect(budgetOf({ unhealthyPodEvictionPolicy: 'IfHealthyBudget' }).spec.unhealthyPodEvictionPolicy).toBe(
    'IfHealthyBudget',
  );
});

/** A workload of a fixed count, or of a kind that has none. */
const fixed = (replicas: number, kind = 'Deployment') => ({
  ...workload,
  replicas,
  reference: { ...workload.reference, kind },
});

test.each`
  target                     | bounds                      | because
  ${fixed(1)}                | ${{}}                       | ${'a lone Pod may go'}
  ${fixed(1)}                | ${{ minAvailable: 0 }}      | ${'nothing need stay'}
  ${fixed(2)}                | ${{ minAvailable: '50%' }}  | ${'half of 2 is 1'}
  ${fixed(10)}               | ${{ minAvailable: '90%' }}  | ${'nine of 10 must stay'}
  ${fixed(0)}                | ${{ minAvailable: 1 }}      | ${'there is no Pod to block'}
  ${fixed(1, 'StatefulSet')} | ${{ maxUnavailable: '1%' }} | ${'a share of one rounds up'}
  ${fixed(1, 'DaemonSet')}   | ${{ minAvailable: 0 }}      | ${'a count needs no scale'}
`('takes $bounds: $because', ({ target, bounds }) => {
  expect(budgetOf({ target, ...bounds }).kind).toBe('PodDisruptionBudget');
});

test.each`
  target                   | bounds                                    | refusal
  ${fixed(1)}              | ${{ minAvailable: 1 }}                    | ${'minAvailable: invalid value 1: must leave one of 1 free to go: 1 - 1 = 0'}
  ${fixed(2)}              | ${{ minAvailable: 3 }}                    | ${'minAvailable: invalid value 3: must leave one of 2 free to go: 2 - 3 = -1'}
  ${fixed(3)}              | ${{ minAvailable: '67%' }}                | ${'minAvailable: invalid value "67%": must leave one of 3 free to go: 67% of 3, rounded up, is 3, and 3 - 3 = 0'}
  ${fixed(4)}              | ${{ minAvailable: '100%' }}               | ${'minAvailable: invalid value "100%": must leave one of 4 free to go: 100% of 4, rounded up, is 4, and 4 - 4 = 0'}
  ${workload}              | ${{ minAvailable: '100%' }}               | ${'minAvailable: invalid value "100%": must be less than 100%: no node could be drained'}
  ${workload}              | ${{ minAvailable: '101%' }}               | ${'minAvailable: invalid value "101%": must be at most 100%'}
  ${workload}              | ${{ minAvailable: 1, maxUnavailable: 1 }} | ${'minAvailable: invalid value 1: must not be given beside maxUnavailable'}
  ${fixed(1, 'DaemonSet')} | ${{}}                                     | ${'maxUnavailable: invalid value 1: must be a count of minAvailable for a DaemonSet: it has no scale, without which nothing else allows an eviction'}
  ${fixed(1, 'Job')}       | ${{ minAvailable: '50%' }}                | ${'minAvailable: invalid value "50%": must be a count of minAvailable for a Job: it has no scale, without which nothing else allows an eviction'}
  ${fixed(1, 'Pod')}       | ${{ minAvailable: '50%' }}                | ${'minAvailable: invalid value "50%": must be a count of minAvailable for a Pod: it has no scale, without which nothing else allows an eviction'}
`('fails: $refusal', ({ target, bounds, refusal }) => {
  expect(refusalOf(() => budgetOf({ target, ...bounds }))).toBe(`InvalidBudget [test/Budget] ${refusal}`);
});

test('an autoscaler of whatever origin says how few Pods there may be, also one that is defined later and says nothing', () => {
  const chart = testChart();
  new DisruptionBudget(chart, 'Budget', { target: workload, minAvailable: 1 });
  expect(problemsOf(chart)).toEqual([]);
  const spec = { scaleTargetRef: workload.reference, maxReplicas: 3 };
  new k8s.KubeHorizontalPodAutoscalerV2(chart, 'Hpa', { spec });
  expect(problemsOf(chart)).toEqual([
    expect.stringMatching(
      /^\[test\/Budget\] minAvailable: invalid value 1: must leave one of 1 free to go: 1 - 1 = 0; .*minReplicas$/,
    ),
  ]);
});

test('an autoscaler of another workload, or of another namespace, says nothing about it', () => {
  const app = new App();
  const chart = testChart(app);
  new DisruptionBudget(chart, 'Budget', { target: workload, minAvailable: 1 });
  const hpa = (scope: Construct, id: string, reference: ScalableWorkload['reference']) =>
    new k8s.KubeHorizontalPodAutoscalerV2(scope, id, { spec: { scaleTargetRef: reference, maxReplicas: 3 } });
  hpa(chart, 'Name', { ...workload.reference, name: 'orders' });
  hpa(chart, 'Kind', { ...workload.reference, kind: 'StatefulSet' });
  hpa(chart, 'Group', { ...workload.reference, apiVersion: 'apps.example.com/v1' });
  hpa(testChart(app, 'elsewhere'), 'Namespace', workload.reference);
  expect(problemsOf(chart)).toEqual([]);
});

test.each`
  maxUnavailable | refusal
  ${0}           | ${'0: must not be 0: no node could be drained'}
  ${'0%'}        | ${'"0%": must not be 0: no node could be drained'}
  ${'00%'}       | ${'"00%": must not be 0: no node could be drained'}
  ${-1}          | ${'-1: must be a whole number, 0 or more'}
  ${1.5}         | ${'1.5: must be a whole number, 0 or more'}
  ${'1'}         | ${'"1": must be a whole number or a whole percentage such as "25%"'}
  ${'101%'}      | ${'"101%": must be at most 100%'}
`('fails when maxUnavailable is $maxUnavailable', ({ maxUnavailable, refusal }) => {
  expect(refusalOf(() => budgetOf({ maxUnavailable }))).toBe(
    `InvalidBudget [test/Budget] maxUnavailable: invalid value ${refusal}`,
  );
});
