import { DaemonSetRollout } from '../../../lib/constructs/workload/daemon-set-rollout';

const written = (rollout: DaemonSetRollout) => {
  const { type, rollingUpdate } = rollout.manifest();
  return [type, rollingUpdate?.maxUnavailable?.value, rollingUpdate?.maxSurge?.value];
};

// Kubernetes: "maxSurge: may not be set when maxUnavailable is non-zero", "maxUnavailable: cannot be 0 when maxSurge is 0"
test.each`
  rollout                                  | manifest                              | surges
  ${DaemonSetRollout.maxUnavailable(2)}    | ${['RollingUpdate', 2, 0]}            | ${false}
  ${DaemonSetRollout.maxUnavailable('9%')} | ${['RollingUpdate', '9%', 0]}         | ${false}
  ${DaemonSetRollout.maxSurge(1)}          | ${['RollingUpdate', 0, 1]}            | ${true}
  ${DaemonSetRollout.maxSurge('100%')}     | ${['RollingUpdate', 0, '100%']}       | ${true}
  ${DaemonSetRollout.onDelete()}           | ${['OnDelete', undefined, undefined]} | ${false}
`('one of the bounds is 0 and the other is not: $manifest', ({ rollout, manifest, surges }) => {
  expect(written(rollout)).toEqual(manifest);
  expect(rollout.problem()).toBeUndefined();
  expect(rollout.surges).toBe(surges);
});

test.each`
  rollout                                    | prop                | got
  ${DaemonSetRollout.maxUnavailable(0)}      | ${'maxUnavailable'} | ${0}
  ${DaemonSetRollout.maxUnavailable('0%')}   | ${'maxUnavailable'} | ${'0%'}
  ${DaemonSetRollout.maxUnavailable('101%')} | ${'maxUnavailable'} | ${'101%'}
  ${DaemonSetRollout.maxSurge(-1)}           | ${'maxSurge'}       | ${-1}
  ${DaemonSetRollout.maxSurge('0%')}         | ${'maxSurge'}       | ${'0%'}
  ${DaemonSetRollout.maxSurge('101%')}       | ${'maxSurge'}       | ${'101%'}
`('fails when $prop is $got', ({ rollout, prop, got }) => {
  expect(rollout.problem()).toMatchObject({ prop, got });
});

test('a surge of 0 is none: no Pod could ever be replaced', () => {
  expect(DaemonSetRollout.maxSurge(0).problem()?.rule).toBe('must not be 0: no Pod could ever be replaced');
});
