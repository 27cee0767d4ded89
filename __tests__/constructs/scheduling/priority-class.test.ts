import { PriorityClass, type PriorityClassProps } from '../../../lib/constructs/scheduling/priority-class';
import { objectOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

function classOf(props: Partial<PriorityClassProps> = {}) {
  const chart = testChart();
  const made = new PriorityClass(chart, 'VeryUrgent', { value: 77_000, ...props });
  return { made, object: objectOf(chart, 'PriorityClass') };
}

test('all defaults: for Pods that name it, which may push others away', () => {
  const { metadata, ...fields } = classOf().object;
  expect(metadata.name).toBe('very-urgent');
  expect(fields).toEqual({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    value: 77_000,
    preemptionPolicy: 'PreemptLowerPriority',
  });
});

test.each`
  props                              | field
  ${{ value: 0 }}                    | ${{ value: 0 }}
  ${{ value: 1_000_000_000 }}        | ${{ value: 1_000_000_000 }}
  ${{ value: -(2 ** 31) }}           | ${{ value: -(2 ** 31) }}
  ${{ use: 'byDefault' }}            | ${{ globalDefault: true }}
  ${{ preemptionPolicy: 'Never' }}   | ${{ preemptionPolicy: 'Never' }}
  ${{ description: 'for payments' }} | ${{ description: 'for payments' }}
`('$props: $field', ({ props, field }) => {
  expect(classOf(props).object).toMatchObject(field);
});

test('name: it is what a Pod of the class names', () => {
  const { made, object } = classOf({ name: 'urgent' });
  expect([made.name, object.metadata.name, made.placement.parts]).toEqual([
    'urgent',
    'urgent',
    { priorityClassName: 'urgent' },
  ]);
});

// as kube-apiserver 1.30.14 and 1.36.3 have it
test.each`
  props                        | refusal
  ${{ value: 1_000_000_001 }}  | ${'value: invalid value 1000000001: must be a whole number from -2147483648 to 1000000000'}
  ${{ value: -(2 ** 31) - 1 }} | ${'value: invalid value -2147483649: must be a whole number from -2147483648 to 1000000000'}
  ${{ value: 1.5 }}            | ${'value: invalid value 1.5: must be a whole number from -2147483648 to 1000000000'}
  ${{ name: 'Urgent' }}        | ${'name: invalid value "Urgent": must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit'}
  ${{ name: 'system-mine' }}   | ${'name: invalid value "system-mine": must not begin with "system-", which is Kubernetes\' own'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => classOf(props))).toBe(`InvalidPriority [test/VeryUrgent] ${refusal}`);
});

test('two classes of a chart that are both the default name each other: Kubernetes takes one', () => {
  const chart = testChart();
  new PriorityClass(chart, 'A', { value: 1, use: 'byDefault' });
  new PriorityClass(chart, 'B', { value: 2 });
  expect(problemsOf(chart)).toEqual([]);
  new PriorityClass(chart, 'C', { value: 3, use: 'byDefault' });
  expect(problemsOf(chart)).toEqual([
    '[test/A] use: invalid value "byDefault": must be said of one class, and c is one; keep one',
    '[test/C] use: invalid value "byDefault": must be said of one class, and a is one; keep one',
  ]);
});
