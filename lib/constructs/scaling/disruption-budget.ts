import { Construct } from 'constructs';
import type { DisruptionBounds } from '../../kubernetes/disruptions-allowed';
import { intOrString } from '../../kubernetes/int-or-string';
import { invalidValue } from '../../kubernetes/invalid-value';
import { k8s } from '../../kubernetes/k8s';
import { type PercentOrCount, percentOrCountProblem } from '../../kubernetes/percent-or-count';
import { InvalidProp } from '../invalid-prop';
import { withDefaults } from '../with-defaults';
import type { ScalableWorkload } from '../workload/scalable-workload';
import { evictionProblem } from './eviction-problem';
import { scalersOf } from './scalers-of';

/** What a disruption budget keeps. */
export interface DisruptionBudgetOptions {
  /**
   * Pods that may be away at once: a count, or a share rounded up; never 0, which would block node drains for ever. Not
   * beside `minAvailable`.
   *
   * @default 1
   */
  readonly maxUnavailable?: PercentOrCount;

  /**
   * Pods that must stay ready: a count, or a share rounded up; less than there are, since one must be free to go.
   *
   * @default - `maxUnavailable` says it
   */
  readonly minAvailable?: PercentOrCount;

  /**
   * Whether a Pod that runs and is not ready may always go, or only while enough others are ready. The latter protects data
   * that a Pod still has; with it a workload that is broken blocks node drains, so Kubernetes recommends the former.
   *
   * @default 'AlwaysAllow'
   * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy
   */
  readonly unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
}

/** Props of `DisruptionBudget`. */
export interface DisruptionBudgetProps extends DisruptionBudgetOptions {
  /** Workload whose Pods are kept. With its `replicas` and `reference` it is checked that one of them can always go. */
  readonly target: Pick<ScalableWorkload, 'name' | 'selector'> &
    Partial<Pick<ScalableWorkload, 'replicas' | 'reference'>>;
}

/** What left-out props become. */
export const DEFAULTS = { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' } as const;

/**
 * Lets node drains and upgrades take a workload's Pods, but not too many at once. It can always give up one: also a lone
 * Pod, and by default one that is not ready.
 *
 * Defines one PodDisruptionBudget. It guards evictions only: rollouts have bounds of their own.
 *
 * @throws InvalidProp `InvalidBudget`
 * @example new DisruptionBudget(this, 'Budget', { target: web, maxUnavailable: '25%' });
 */
export class DisruptionBudget extends Construct {
  /** The budget itself, for what the props do not cover. */
  public readonly budget: k8s.KubePodDisruptionBudget;

  constructor(scope: Construct, id: string, props: DisruptionBudgetProps) {
    super(scope, id);
    const { target, unhealthyPodEvictionPolicy } = withDefaults(props, DEFAULTS);
    const bounds = boundsOf(props);
    this.requireEvictable(props);
    this.budget = new k8s.KubePodDisruptionBudget(this, 'Budget', {
      metadata: { name: target.name },
      spec: {
        selector: { matchLabels: { ...target.selector } },
        ...boundsManifest(bounds),
        unhealthyPodEvictionPolicy,
      },
    });
    this.node.addValidation({ validate: () => this.blockedAtLeast(target, bounds) });
  }

  private requireEvictable({ target, minAvailable, maxUnavailable }: DisruptionBudgetProps): void {
    const bounds = boundsOf({ minAvailable, maxUnavailable });
    const { prop, got } = boundOf(bounds);
    const pods = target.replicas === 'autoscaled' ? undefined : target.replicas;
    const rule =
      minAvailable !== undefined && maxUnavailable !== undefined
        ? 'must not be given beside maxUnavailable'
        : (percentOrCountProblem(got) ?? evictionProblem(bounds, { pods, kind: target.reference?.kind }));
    if (rule) throw new InvalidProp('InvalidBudget', this, { prop, got, rule, mend: MEND });
  }

  /** An autoscaler may go down to its least, and there too one Pod must be free to go. */
  private blockedAtLeast({ replicas, reference }: DisruptionBudgetProps['target'], bounds: DisruptionBounds): string[] {
    if (replicas !== 'autoscaled' || !reference) return [];
    return scalersOf(this, 'HorizontalPodAutoscaler', reference).flatMap(({ spec }) => {
      const rule = evictionProblem(bounds, { pods: spec.minReplicas ?? 1 });
      const { prop, got } = boundOf(bounds);
      return rule ? [invalidValue({ field: prop, got, rule, mend: `${MEND}, or raise minReplicas` })] : [];
    });
  }
}

const MEND =
  'give maxUnavailable, a count such as 1 or a share such as "25%", or a count of minAvailable below that of the Pods';

function boundsOf({
  minAvailable,
  maxUnavailable = DEFAULTS.maxUnavailable,
}: DisruptionBudgetOptions): DisruptionBounds {
  return minAvailable === undefined ? { maxUnavailable } : { minAvailable };
}

function boundOf(bounds: DisruptionBounds): { readonly prop: string; readonly got: PercentOrCount } {
  return 'minAvailable' in bounds
    ? { prop: 'minAvailable', got: bounds.minAvailable }
    : { prop: 'maxUnavailable', got: bounds.maxUnavailable };
}

function boundsManifest(bounds: DisruptionBounds): k8s.PodDisruptionBudgetSpec {
  const { prop, got } = boundOf(bounds);
  return { [prop]: intOrString(got) };
}
