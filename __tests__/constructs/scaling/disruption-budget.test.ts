import { DisruptionBudget, type DisruptionBudgetProps } from '../../../lib/constructs/scaling/disruption-budget';
import { objectOf, testChart } from '../../support/chart';
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
