import { Construct } from 'constructs';
import { intOrString } from '../../kubernetes/int-or-string';
import { k8s } from '../../kubernetes/k8s';
import { type PercentOrCount, percentOrCountProblem } from '../../kubernetes/percent-or-count';
import { InvalidProp } from '../invalid-prop';
import { withDefaults } from '../with-defaults';
import type { ScalableWorkload } from '../workload/scalable-workload';

/** Props of `DisruptionBudget`. */
export interface DisruptionBudgetProps {
  /** Workload whose Pods are kept. */
  readonly target: Pick<ScalableWorkload, 'name' | 'selector'>;

  /**
   * Pods that a node drain may take away at once: a count, or a share rounded up; never 0, which would block the drain
   * for ever.
   *
   * @default 1
   */
  readonly maxUnavailable?: PercentOrCount;
}

/** What left-out props become. */
export const DEFAULTS = { maxUnavailable: 1 } as const;

/**
 * Lets node drains and upgrades take a workload's Pods, but not too many at once. It can always give up one: also a lone
 * Pod, and one that is not ready.
 *
 * Defines one PodDisruptionBudget. It guards evictions only: rollouts have bounds of their own.
 *
 * @throws InvalidProp `InvalidBudget`
 * @example new DisruptionBudget(this, 'Budget', { target: web });
 */
export class DisruptionBudget extends Construct {
  /** The budget itself, for what the props do not cover. */
  public readonly budget: k8s.KubePodDisruptionBudget;

  constructor(scope: Construct, id: string, props: DisruptionBudgetProps) {
    super(scope, id);
    const { target, maxUnavailable } = withDefaults(props, DEFAULTS);
    this.requireEvictable(maxUnavailable);
    this.budget = new k8s.KubePodDisruptionBudget(this, 'Budget', {
      metadata: { name: target.name },
      spec: {
        selector: { matchLabels: { ...target.selector } },
        maxUnavailable: intOrString(maxUnavailable),
        unhealthyPodEvictionPolicy: 'AlwaysAllow', // a Pod that serves nobody must not hold up a node
      },
    });
  }

  private requireEvictable(got: PercentOrCount): void {
    const rule =
      percentOrCountProblem(got) ??
      (Number.parseInt(String(got), 10) === 0 ? 'must not be 0: no node could be drained' : undefined);
    if (rule)
      throw new InvalidProp('InvalidBudget', this, {
        prop: 'maxUnavailable',
        got,
        rule,
        mend: 'give a count such as 1 or a share such as "25%"',
      });
  }
}
