import { intOrString } from '../../kubernetes/int-or-string';
import type { k8s } from '../../kubernetes/k8s';
import { type PercentOrCount, percentOrCountProblem } from '../../kubernetes/percent-or-count';

/** How many Pods an update may add, and how many it may take away. */
export interface RollingUpdateOptions {
  /**
   * Pods above the replica count while an update runs, as a count or a share rounded up.
   *
   * @default '25%'
   */
  readonly maxSurge?: PercentOrCount;
  /**
   * Pods below the replica count while an update runs, as a count or a share rounded down.
   *
   * @default 0
   */
  readonly maxUnavailable?: PercentOrCount;
}

/** What left-out bounds become. 0 unavailable: an update never has fewer ready Pods than asked for. */
export const DEFAULTS = { maxSurge: '25%', maxUnavailable: 0 } as const;

/** How a Deployment replaces its Pods when its template changes. */
export class Rollout {
  /** New Pods come as old ones go, within bounds. */
  static rollingUpdate({
    maxSurge = DEFAULTS.maxSurge,
    maxUnavailable = DEFAULTS.maxUnavailable,
  }: RollingUpdateOptions = {}): Rollout {
    return new Rollout('RollingUpdate', { maxSurge, maxUnavailable });
  }

  /** All old Pods end before the first new one starts: for a program that cannot run twice. It is down in between. */
  static recreate(): Rollout {
    return new Rollout('Recreate');
  }

  private constructor(
    readonly type: 'RollingUpdate' | 'Recreate',
    readonly bounds?: Required<RollingUpdateOptions>,
  ) {}

  /** Why Kubernetes would refuse these bounds: the prop and the rule; nothing where it would not. */
  problem():
    | { readonly prop: keyof RollingUpdateOptions; readonly got: PercentOrCount; readonly rule: string }
    | undefined {
    if (!this.bounds) return undefined;
    const { maxSurge, maxUnavailable } = this.bounds;
    for (const prop of ['maxSurge', 'maxUnavailable'] as const) {
      const rule = percentOrCountProblem(this.bounds[prop], prop === 'maxSurge' ? Number.POSITIVE_INFINITY : 100);
      if (rule) return { prop, got: this.bounds[prop], rule };
    }
    const stuck = Number.parseInt(String(maxSurge), 10) === 0 && Number.parseInt(String(maxUnavailable), 10) === 0;
    return stuck
      ? {
          prop: 'maxUnavailable',
          got: maxUnavailable,
          rule: 'must not be 0 when maxSurge is 0: no Pod could ever be replaced',
        }
      : undefined;
  }

  /** The strategy as a Deployment holds it. */
  manifest(): k8s.DeploymentStrategy {
    if (!this.bounds) return { type: this.type };
    return {
      type: this.type,
      rollingUpdate: {
        maxSurge: intOrString(this.bounds.maxSurge),
        maxUnavailable: intOrString(this.bounds.maxUnavailable),
      },
    };
  }
}
