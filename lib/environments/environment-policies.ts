import type { Enforced } from '../policies/enforced-rules';
import type { ParameterValues } from '../policies/parameter';

/** Objects of an environment that may break a rule, who allows it, and why. */
export interface PolicyException {
  /** Name of the rule: `ingress-tls`. */
  readonly rule: string;
  /** Objects of the environment, as kubectl names them: `Ingress/hello`, or `Ingress/*` for those that come and go. */
  readonly objects: readonly string[];
  /** Who allows it: a person or a team, without a colon. */
  readonly owner: string;
  readonly reason: string;
}

/**
 * Rules that hold in an environment, and what happens where one is broken. What is held to (`failOn`) stops the synthesis,
 * and is enforced by the API server: `deny` refuses it, `warn` lets it in and says so. What is not as bad is only told.
 */
export interface EnvironmentPolicies extends Enforced {
  /**
   * Exceptions. Each is written to its objects as an annotation, so the API server knows it too.
   *
   * @default - none but those that constructs write on their objects
   */
  readonly exceptions?: readonly PolicyException[];
  /**
   * What parameters of rules are here, by name: `npm run check -- --explain RULE` names those of a rule.
   *
   * @default - of each its standard
   */
  readonly parameters?: ParameterValues;
}
