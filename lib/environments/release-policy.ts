import type { Duration } from 'cdk8s';

/** How long something stays as it is: a time at least, or until someone says go. */
export type Pause = Duration | 'until-go';

/** One step of a canary. */
export interface CanaryStep {
  /** Percent of the requests that it gets, a whole number from 0 to 100; more than the step before. */
  readonly weightPercent: number;
  /** What must pass before the next step, or before it is promoted after the last. */
  readonly pause: Pause;
  /** What to look at before going on, for whoever decides: `errors of hello-canary below 1 %`. */
  readonly lookAt?: readonly string[];
}

/** How versions come to an environment: what people decide. Where a release stands is in releases.json. */
export interface ReleasePolicy {
  /** Steps of a canary; empty where versions come at once. */
  readonly canarySteps: readonly CanaryStep[];
  /** Steps of services that take others, by service. */
  readonly canaryStepsOf?: Readonly<Record<string, readonly CanaryStep[]>>;
  /** What must pass between the switch of a blue-green release and the end of the colour that was live. */
  readonly standby: Pause;
  /** Earlier versions that releases.json keeps of a service, with their config, for a rollback by name. */
  readonly keptVersions: number;
}
