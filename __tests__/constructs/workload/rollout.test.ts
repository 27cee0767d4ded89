import { Rollout } from '../../../lib/constructs/workload/rollout';

const written = (rollout: Rollout) => {
  const { type, rollingUpdate } = rollout.manifest();
  return { type, maxSurge: rollingUpdate?.maxSurge?.value, maxUnavailable: rollingUpdate?.maxUnavailable?.value };
};

test('all defaults: an update adds a quarter of the Pods, and never has fewer than asked for', () => {
  expect(written(Rollout.rollingUpdate())).toEqual({ type: 'RollingUpdate', maxSurge: '25%', maxUnavailable: 0 });
});

test.each`
  options                                   | maxSurge  | maxUnavailable
  ${{ maxSurge: 3 }}                        | ${3}      | ${0}
  ${{ maxSurge: '100%' }}                   | ${'100%'} | ${0}
  ${{ maxUnavailable: 2 }}                  | ${'25%'}  | ${2}
  ${{ maxSurge: 0, maxUnavailable: '10%' }} | ${0}      | ${'10%'}
  ${{ maxSurge: undefined }}                | ${'25%'}  | ${0}
`('$options: counts stay numbers and shares stay text', ({ options, maxSurge, maxUnavailable }) => {
  expect(written(Rollout.rollingUpdate(options))).toEqual({ type: 'RollingUpdate', maxSurge, maxUnavailable });
});

test('recreate has no bounds, and Kubernetes would refuse any', () => {
  expect(Rollout.recreate().manifest()).toEqual({ type: 'Recreate' });
  expect(Rollout.recreate().problem()).toBeUndefined();
});

test.each`
  maxSurge  | maxUnavailable
  ${1}      | ${0}
  ${0}      | ${1}
  ${'1%'}   | ${'0%'}
  ${'0%'}   | ${'1%'}
  ${'100%'} | ${'100%'}
`('$maxSurge more and $maxUnavailable less can replace Pods', (bounds) => {
  expect(Rollout.rollingUpdate(bounds).problem()).toBeUndefined();
});

test.each`
  maxSurge | maxUnavailable
  ${0}     | ${0}
  ${'0%'}  | ${0}
  ${0}     | ${'0%'}
  ${'00%'} | ${'0%'}
`('fails when no Pod could ever be replaced: $maxSurge more and $maxUnavailable less', (bounds) => {
  expect(Rollout.rollingUpdate(bounds).problem()).toEqual({
    prop: 'maxUnavailable',
    got: bounds.maxUnavailable,
    rule: 'must not be 0 when maxSurge is 0: no Pod could ever be replaced',
  });
});

test.each`
  options                       | prop                | got
  ${{ maxSurge: -1 }}           | ${'maxSurge'}       | ${-1}
  ${{ maxSurge: '25' }}         | ${'maxSurge'}       | ${'25'}
  ${{ maxUnavailable: 0.5 }}    | ${'maxUnavailable'} | ${0.5}
  ${{ maxUnavailable: '101%' }} | ${'maxUnavailable'} | ${'101%'}
`('fails when $prop is $got', ({ options, prop, got }) => {
  expect(Rollout.rollingUpdate(options).problem()).toMatchObject({ prop, got });
});

test('a surge of more than all Pods is one that Kubernetes takes', () => {
  expect(Rollout.rollingUpdate({ maxSurge: '200%' }).problem()).toBeUndefined();
});
