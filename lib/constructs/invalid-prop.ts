import type { Construct } from 'constructs';
import { type InvalidValue, invalidValue } from '../kubernetes/invalid-value';

/** A prop that cannot stand. `field` of `InvalidValue` is the prop's name. */
export interface InvalidPropDetails extends Omit<InvalidValue, 'field'> {
  /** The prop, as its owner writes it: `minReplicas`, `canary.weightPercent`. */
  readonly prop: string;
}

/**
 * A prop that was given wrong: where, which, what, the rule, how to mend it.
 *
 * @example
 * // [prod/hello/Scaling] minReplicas: invalid value 7: must be at most maxReplicas (5); lower minReplicas or raise maxReplicas
 */
export class InvalidProp extends Error {
  /**
   * @param code stable name of the mistake, in PascalCase
   * @param scope construct that was given the prop
   */
  constructor(
    readonly code: string,
    scope: Construct,
    { prop, ...rest }: InvalidPropDetails,
  ) {
    super(`[${scope.node.path}] ${invalidValue({ field: prop, ...rest })}`);
    this.name = 'InvalidProp';
  }
}
