import { type DisruptionBounds, disruptionsAllowed } from '../../kubernetes/disruptions-allowed';
import type { PercentOrCount } from '../../kubernetes/percent-or-count';

/** What is known of the Pods that a budget is for. */
export interface BudgetedPods {
  /**
   * Pods there are at least.
   *
   * @default - not known: only what blocks any number of Pods is found
   */
  readonly pods?: number;
  /**
   * Kind of the object that runs them.
   *
   * @default - not known
   */
  readonly kind?: string;
}

/** Kinds without a scale: the disruption controller fails to count their Pods, and allows no eviction but by a count. */
const WITHOUT_SCALE = ['DaemonSet', 'Job', 'Pod'];

/** Why none of some Pods could ever be evicted, with the arithmetic; nothing where one can. */
export function evictionProblem(bounds: DisruptionBounds, { pods, kind }: BudgetedPods): string | undefined {
  if (kind && WITHOUT_SCALE.includes(kind) && !isCountToKeep(bounds)) {
    return `must be a count of minAvailable for a ${kind}: it has no scale, without which nothing else allows an eviction`;
  }
  if ('maxUnavailable' in bounds) {
    return Number.parseInt(String(bounds.maxUnavailable), 10) === 0
      ? 'must not be 0: no node could be drained'
      : undefined;
  }
  if (pods === undefined) {
    return bounds.minAvailable === '100%' ? 'must be less than 100%: no node could be drained' : undefined;
  }
  return pods === 0 ? undefined : keptProblem(bounds.minAvailable, pods);
}

function isCountToKeep(bounds: DisruptionBounds): boolean {
  return 'minAvailable' in bounds && typeof bounds.minAvailable === 'number';
}

function keptProblem(minAvailable: PercentOrCount, pods: number): string | undefined {
  const { desiredHealthy, disruptionsAllowed: allowed } = disruptionsAllowed({ minAvailable }, pods);
  if (allowed > 0) return undefined;
  const share =
    typeof minAvailable === 'string' ? `${minAvailable} of ${pods}, rounded up, is ${desiredHealthy}, and ` : '';
  return `must leave one of ${pods} free to go: ${share}${pods} - ${desiredHealthy} = ${pods - desiredHealthy}`;
}
