import type { Duration } from 'cdk8s';

/** Requests that a step gives to the canary: those whose header has the value, or matches the pattern (RE2). */
export type HeaderRoute = { readonly header: string } & ({ readonly value: string } | { readonly pattern: string });

/** What a step does, for what reads steps. */
export type RolloutStepParts =
  | { readonly weightPercent: number }
  | { readonly pause: Duration | 'until promoted' }
  | { readonly headerRoute: HeaderRoute };

/** Something that the controller of a Rollout does next on the way to a new version. */
export class RolloutStep {
  /** Gives the canary that percent of the requests, 0 to 100; finer than whole percent where the router can. */
  static setWeight(weightPercent: number): RolloutStep {
    return new RolloutStep({ weightPercent });
  }

  /** Waits: for a time in whole seconds, or, where none is given, until somebody promotes the Rollout. */
  static pause(time?: Duration): RolloutStep {
    return new RolloutStep({ pause: time ?? 'until promoted' });
  }

  /** Gives the canary requests by a header, until the new version has all of them. For `gateway-api` and `istio`. */
  static setHeaderRoute(headerRoute: HeaderRoute): RolloutStep {
    return new RolloutStep({ headerRoute });
  }

  private constructor(readonly parts: RolloutStepParts) {}
}
