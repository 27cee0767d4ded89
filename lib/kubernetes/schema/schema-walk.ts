import type { InvalidValue } from '../invalid-value';
import type { Gate, KindSchema, Schemas } from './schemas';

/** A walk through one object, in one minor. */
export interface SchemaWalk {
  readonly schemas: Schemas;
  readonly minor: string;
  readonly kind: KindSchema;

  /** What is wrong so far. */
  readonly found: InvalidValue[];

  /** Fields so far that the API server drops, as a feature gate is off. */
  readonly disabled: DisabledField[];

  /** Whether this is inside of what the API server drops once it could read it: a status, or a disabled field. */
  readonly dropped: boolean;
}

/** A field that does nothing as long as a feature gate is off: the API server drops it without a word. */
export interface DisabledField {
  /** Where it stands: `spec.template.spec.hostUsers`. */
  readonly field: string;
  readonly got: unknown;
  readonly gate: Gate;
}
