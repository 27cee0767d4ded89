import { Duration } from 'cdk8s';
import type { k8s } from '../../kubernetes/k8s';
import { wholeNumberProblem } from '../../kubernetes/whole-number';

/** The most that one direction may change within a time. */
export interface ScalingPolicy {
  /** Pods, or percent of the Pods there were at the beginning of `period`. */
  readonly type: 'Pods' | 'Percent';
  /** How many, or how much; 1 or more. */
  readonly value: number;
  /** Time it counts over, up to 30 minutes. */
  readonly period: Duration;
}

/** How fast the count goes in one direction. */
export interface ScalingRules {
  /**
   * Time whose recommendations are looked back on: growing takes the least of them, shrinking the largest. It is not a
   * lock: within it the count may still move. Up to an hour.
   */
  readonly stabilizationWindow: Duration;
  /** Whether the policy that allows most counts, or the one that allows least. */
  readonly selectPolicy: 'Max' | 'Min';
  readonly policies: readonly ScalingPolicy[];
}

/**
 * How fast an autoscaler grows and shrinks; `'Disabled'` is not at all, but for what brings the count within its bounds.
 *
 * A tolerance of its own an autoscaler has from Kubernetes 1.35 on (alpha in 1.33); before, use within 10 % of the target
 * changes nothing.
 */
export interface ScalingBehavior {
  readonly scaleUp: ScalingRules | 'Disabled';
  readonly scaleDown: ScalingRules | 'Disabled';
}

/**
 * Fast up, slow down: grows after 30 s by the larger of 100 % and 5 Pods each 30 s; shrinks after 3 minutes by the
 * smaller of 25 % and 3 Pods each minute. Kubernetes' own default doubles every 15 s and may drop all surplus Pods at once.
 */
export function fastUpSlowDown(): { readonly scaleUp: ScalingRules; readonly scaleDown: ScalingRules } {
  return {
    scaleUp: {
      stabilizationWindow: Duration.seconds(30),
      selectPolicy: 'Max',
      policies: [
        { type: 'Percent', value: 100, period: Duration.seconds(30) },
        { type: 'Pods', value: 5, period: Duration.seconds(30) },
      ],
    },
    scaleDown: {
      stabilizationWindow: Duration.minutes(3),
      selectPolicy: 'Min',
      policies: [
        { type: 'Percent', value: 25, period: Duration.minutes(1) },
        { type: 'Pods', value: 3, period: Duration.minutes(1) },
      ],
    },
  };
}

/** The behavior as an autoscaler holds it. */
export function behaviorManifest({ scaleUp, scaleDown }: ScalingBehavior): k8s.HorizontalPodAutoscalerBehaviorV2 {
  return { scaleUp: rulesManifest(scaleUp), scaleDown: rulesManifest(scaleDown) };
}

function rulesManifest(rules: ScalingRules | 'Disabled'): k8s.HpaScalingRulesV2 {
  if (rules === 'Disabled') return { selectPolicy: 'Disabled' };
  const { stabilizationWindow, selectPolicy, policies } = rules;
  return {
    stabilizationWindowSeconds: stabilizationWindow.toSeconds(),
    selectPolicy,
    policies: policies.map(({ type, value, period }) => ({ type, value, periodSeconds: period.toSeconds() })),
  };
}

/** A rule of a behavior that Kubernetes would refuse: where, what, why; nothing where it takes them all. */
export function behaviorProblem(behavior: ScalingBehavior) {
  for (const direction of ['scaleUp', 'scaleDown'] as const) {
    const rules = behavior[direction];
    if (rules === 'Disabled') continue;
    const { stabilizationWindow, policies } = rules;
    const prop = `behavior.${direction}`;
    if (policies.length === 0)
      return { prop: `${prop}.policies`, got: policies, rule: 'must have at least one policy' };
    const bounds: readonly (readonly [string, number, number, number])[] = [
      [`${prop}.stabilizationWindow`, stabilizationWindow.toSeconds({ integral: false }), 0, 3600],
      ...policies.flatMap(({ value, period }, index) => [
        [`${prop}.policies[${index}].value`, value, 1, 2 ** 31 - 1] as const,
        [`${prop}.policies[${index}].period`, period.toSeconds({ integral: false }), 1, 1800] as const,
      ]),
    ];
    for (const [field, got, least, most] of bounds) {
      const rule = wholeNumberProblem(got, least, most);
      if (rule) return { prop: field, got, rule };
    }
  }
  return undefined;
}
