import type { TrafficRouting } from '../../../imports/argoproj.io.rollouts';

/** How the controller of Argo Rollouts moves the weights of a canary that is `stepped`. */
export interface RolloutRouting {
  /** Name of the dialect, for what cannot be done in it. */
  readonly provider: string;
  /** Where it finds the weights, in the words of a Rollout. */
  readonly trafficRouting: TrafficRouting;
  /** Whether weights may be finer than a percent. */
  readonly finerThanPercent: boolean;
  /** What a step may give to the canary by a header: nothing, requests of one value, or also those of a pattern. */
  readonly headerRoutes: 'none' | 'exact' | 'expressions';
}
