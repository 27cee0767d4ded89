import { StatefulSetRollout } from '../../../lib/constructs/workload/stateful-set-rollout';

test('all defaults: every Pod is updated', () => {
  expect(StatefulSetRollout.rollingUpdate().manifest()).toEqual({
    type: 'RollingUpdate',
    rollingUpdate: { partition: 0 },
  });
});

test('partition: the first Pods keep their version', () => {
  expect(StatefulSetRollout.rollingUpdate({ partition: 4 }).manifest().rollingUpdate).toEqual({ partition: 4 });
});

test('onDelete has no bounds, and Kubernetes would refuse any', () => {
  expect(StatefulSetRollout.onDelete().manifest()).toEqual({ type: 'OnDelete' });
  expect(StatefulSetRollout.onDelete().problem()).toBeUndefined();
});

test.each([-1, 0.5, 2 ** 31])('fails for a partition of %d', (partition) => {
  expect(StatefulSetRollout.rollingUpdate({ partition }).problem()).toMatchObject({
    prop: 'partition',
    got: partition,
  });
});

test.each([0, 2 ** 31 - 1])('takes a partition of %d', (partition) => {
  expect(StatefulSetRollout.rollingUpdate({ partition }).problem()).toBeUndefined();
});
