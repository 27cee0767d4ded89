import { intOrString } from '../../kubernetes/int-or-string';
import type { k8s } from '../../kubernetes/k8s';
import { type PercentOrCount, percentOrCountProblem } from '../../kubernetes/percent-or-count';
import type { InvalidPropDetails } from '../invalid-prop';

/**
 * How a DaemonSet replaces its Pods when its template changes. A node is without its Pod for a while, or has two: one of the
 * bounds is 0, which is why each has its own way to be said.
 */
export class DaemonSetRollout {
  /** The old Pod of a node ends before the new one starts, on that many nodes at once: a count, or a share rounded up. */
  static maxUnavailable(bound: PercentOrCount): DaemonSetRollout {
    return new DaemonSetRollout({ maxUnavailable: bound, maxSurge: 0 });
  }

  /**
   * The new Pod of a node is ready before the old one ends, on that many nodes at once: a count, or a share rounded up. Both
   * run side by side, so neither may hold a port or a lock of the node.
   */
  static maxSurge(bound: PercentOrCount): DaemonSetRollout {
    return new DaemonSetRollout({ maxUnavailable: 0, maxSurge: bound });
  }

  /** Each when somebody deletes it. */
  static onDelete(): DaemonSetRollout {
    return new DaemonSetRollout();
  }

  private constructor(
    readonly bounds?: { readonly maxUnavailable: PercentOrCount; readonly maxSurge: PercentOrCount },
  ) {}

  /** Whether a node has the old and the new Pod at once. */
  get surges(): boolean {
    return this.bounds !== undefined && this.bounds.maxSurge !== 0;
  }

  /** Why Kubernetes would refuse it; nothing where it would not. */
  problem(): InvalidPropDetails | undefined {
    if (!this.bounds) return undefined;
    const prop = this.surges ? 'maxSurge' : 'maxUnavailable';
    const got = this.bounds[prop];
    const none = Number.parseInt(String(got), 10) === 0 ? 'must not be 0: no Pod could ever be replaced' : undefined;
    const rule = percentOrCountProblem(got) ?? none;
    return rule ? { prop, got, rule, mend: 'give a count such as 1 or a share such as "25%"' } : undefined;
  }

  /** The strategy as a DaemonSet holds it. */
  manifest(): k8s.DaemonSetUpdateStrategy {
    if (!this.bounds) return { type: 'OnDelete' };
    const { maxUnavailable, maxSurge } = this.bounds;
    return {
      type: 'RollingUpdate',
      rollingUpdate: { maxUnavailable: intOrString(maxUnavailable), maxSurge: intOrString(maxSurge) },
    };
  }
}
