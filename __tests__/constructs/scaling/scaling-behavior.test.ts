import { Duration } from 'cdk8s';
import { behaviorManifest, fastUpSlowDown, type ScalingRules } from '../../../lib/constructs/scaling/scaling-behavior';

test('fast up: after half a minute by the larger of 100 % and 5 Pods each half minute', () => {
  const { scaleUp } = fastUpSlowDown();
  expect(scaleUp.stabilizationWindow.toSeconds()).toBe(30);
  expect(scaleUp.selectPolicy).toBe('Max');
  expect(scaleUp.policies.map(({ type, value, period }) => `${value} ${type} in ${period.toSeconds()} s`)).toEqual([
    '100 Percent in 30 s',
    '5 Pods in 30 s',
  ]);
});

test('slow down: after 3 minutes by the smaller of 25 % and 3 Pods each minute', () => {
  const { scaleDown } = fastUpSlowDown();
  expect(scaleDown.stabilizationWindow.toMinutes()).toBe(3);
  expect(scaleDown.selectPolicy).toBe('Min');
  expect(scaleDown.policies.map(({ type, value, period }) => `${value} ${type} in ${period.toSeconds()} s`)).toEqual([
    '25 Percent in 60 s',
    '3 Pods in 60 s',
  ]);
});

test('what an autoscaler holds is the same in seconds, each direction its own', () => {
  const rules = (selectPolicy: 'Max' | 'Min', value: number): ScalingRules => ({
    stabilizationWindow: Duration.seconds(value),
    selectPolicy,
    policies: [{ type: 'Percent', value, period: Duration.minutes(value) }],
  });
  expect(behaviorManifest({ scaleUp: rules('Min', 2), scaleDown: rules('Max', 3) })).toEqual({
    scaleUp: {
      stabilizationWindowSeconds: 2,
      selectPolicy: 'Min',
      policies: [{ type: 'Percent', value: 2, periodSeconds: 120 }],
    },
    scaleDown: {
      stabilizationWindowSeconds: 3,
      selectPolicy: 'Max',
      policies: [{ type: 'Percent', value: 3, periodSeconds: 180 }],
    },
  });
});
