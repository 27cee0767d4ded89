import type { k8s } from '../../kubernetes/k8s';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import type { InvalidPropDetails } from '../invalid-prop';

/** Which Pods an update of a StatefulSet takes. */
export interface OrderedUpdateOptions {
  /**
   * Pods, from the first on, that keep the version that they have, also when they are made anew. To try a version on the
   * last Pods, lower it step by step. It counts Pods: with a `startOrdinal` of 5 and a partition of 1 the first is Pod 5.
   *
   * @default 0
   */
  readonly partition?: number;
}

/** What left-out options become. */
export const DEFAULTS = { partition: 0 } as const;

/** How a StatefulSet replaces its Pods when its template changes. */
export class StatefulSetRollout {
  /**
   * One after the other, the highest ordinal first; each must be ready before the next goes. A Pod that never becomes ready
   * holds up the update, and its own repair too: delete that Pod once the template is right again.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback
   */
  static rollingUpdate({ partition = DEFAULTS.partition }: OrderedUpdateOptions = {}): StatefulSetRollout {
    return new StatefulSetRollout(partition);
  }

  /** Each when somebody deletes it. */
  static onDelete(): StatefulSetRollout {
    return new StatefulSetRollout();
  }

  private constructor(readonly partition?: number) {}

  /** Why Kubernetes would refuse it; nothing where it would not. */
  problem(): InvalidPropDetails | undefined {
    if (this.partition === undefined) return undefined;
    const rule = wholeNumberProblem(this.partition, 0, 2 ** 31 - 1);
    return rule ? { prop: 'partition', got: this.partition, rule, mend: 'give a count of Pods' } : undefined;
  }

  /** The strategy as a StatefulSet holds it. */
  manifest(): k8s.StatefulSetUpdateStrategy {
    if (this.partition === undefined) return { type: 'OnDelete' };
    return { type: 'RollingUpdate', rollingUpdate: { partition: this.partition } };
  }
}
