import { PodFailureRule } from '../../../lib/constructs/batch/pod-failure-rule';

test.each`
  rule                                                                 | manifest
  ${PodFailureRule.exitCodeIn([42], 'FailJob')}                        | ${{ action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } }}
  ${PodFailureRule.exitCodeNotIn([0, 7], 'Count', { container: 'a' })} | ${{ action: 'Count', onExitCodes: { operator: 'NotIn', values: [0, 7], containerName: 'a' } }}
  ${PodFailureRule.podCondition('DisruptionTarget', 'Ignore')}         | ${{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }}
  ${PodFailureRule.podCondition('shop.io/Ok', 'FailIndex', 'False')}   | ${{ action: 'FailIndex', onPodConditions: [{ type: 'shop.io/Ok', status: 'False' }] }}
`('$manifest', ({ rule, manifest }) => {
  expect(rule.manifest()).toEqual(manifest);
  expect(rule.problem()).toBeUndefined();
});

test('exit codes are written once and in their order, as Kubernetes wants them', () => {
  const { onExitCodes } = PodFailureRule.exitCodeIn([137, 9, 78, 9], 'Ignore').manifest();
  expect(onExitCodes?.values).toEqual([9, 78, 137]);
});

const codes = (least: number) => `must be one to 255 exit codes from ${least} to 255`;
test.each`
  because                        | rule                                            | refusal
  ${'0 is no failure'}           | ${PodFailureRule.exitCodeIn([0, 1], 'FailJob')} | ${codes(1)}
  ${'nothing is asked'}          | ${PodFailureRule.exitCodeIn([], 'FailJob')}     | ${codes(1)}
  ${'there is no such code'}     | ${PodFailureRule.exitCodeIn([256], 'FailJob')}  | ${codes(1)}
  ${'it is no whole number'}     | ${PodFailureRule.exitCodeNotIn([1.5], 'Count')} | ${codes(0)}
  ${'it is negative'}            | ${PodFailureRule.exitCodeNotIn([-1], 'Count')}  | ${codes(0)}
  ${'no condition is so called'} | ${PodFailureRule.podCondition('a b', 'Ignore')} | ${'must be the name of a condition'}
`('fails where $because', ({ rule, refusal }) => {
  expect(rule.problem()).toEqual({ got: expect.anything(), rule: refusal, mend: expect.any(String) });
});

test('takes as many codes as there are', () => {
  const all = Array.from({ length: 255 }, (_, index) => index + 1);
  expect(PodFailureRule.exitCodeIn(all, 'FailJob').problem()).toBeUndefined();
});
