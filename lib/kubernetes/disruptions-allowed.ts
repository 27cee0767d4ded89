import { type PercentOrCount, resolvePercentOrCount } from './percent-or-count';

/** What a disruption budget keeps, said one way or the other. */
export type DisruptionBounds = { readonly minAvailable: PercentOrCount } | { readonly maxUnavailable: PercentOrCount };

/** What the controller makes of a budget: `status` of a PodDisruptionBudget. */
export interface DisruptionsAllowed {
  /** Pods that must stay ready. */
  readonly desiredHealthy: number;
  /** Pods that may be evicted now. */
  readonly disruptionsAllowed: number;
}

/**
 * How many of some Pods may be evicted while all of them are ready. Shares round up in both bounds: 50 % of 3 is 2 that
 * must stay, or 2 that may go.
 *
 * @source kubernetes@1.36 pkg/controller/disruption/disruption.go getExpectedPodCount
 */
export function disruptionsAllowed(bounds: DisruptionBounds, pods: number): DisruptionsAllowed {
  const desiredHealthy =
    'minAvailable' in bounds
      ? resolvePercentOrCount(bounds.minAvailable, pods, 'up')
      : Math.max(0, pods - resolvePercentOrCount(bounds.maxUnavailable, pods, 'up'));
  return { desiredHealthy, disruptionsAllowed: Math.max(0, pods - desiredHealthy) };
}
