import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { InvalidPropDetails } from '../invalid-prop';
import type { RolloutRouting } from './rollout-routing';
import type { TrafficIntent } from './traffic-intent';

/** Something of an intent that a provider cannot do, or would silently not do. */
export type Refusal = InvalidPropDetails;

/** A dialect in which hosts, paths and canaries are told to what serves them. */
export interface TrafficProvider {
  /** What it cannot do of this, with the alternative; none where it does all of it. */
  refusals(intent: TrafficIntent): readonly Refusal[];

  /** Defines the objects that say it. Called only where nothing was refused. */
  define(scope: Construct, name: string, intent: TrafficIntent): readonly ApiObject[];

  /** What other objects of the program do to this intent, as sentences; asked when all of them are defined. */
  conflicts(own: readonly ApiObject[], intent: TrafficIntent): readonly string[];

  /**
   * Where Argo Rollouts finds the weights of what `define` makes of a canary that is `stepped`.
   *
   * @default - it cannot move them, and `refusals` says so
   */
  routing?(name: string, intent: TrafficIntent): RolloutRouting;
}
