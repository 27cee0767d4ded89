import type { Json } from '../manifest';

/** A field of an object, and what becomes of it. */
export type FieldChange = FieldSet | FieldQuoted | FieldRemoved;

/** The field is this; it and those around it are made where they are not there. */
export interface FieldSet {
  /** `spec.template.spec.containers[0].image`, `metadata.labels[app.kubernetes.io/name]` */
  readonly field: string;
  readonly value: Json;
}

/** The field is the text that stands there, whatever YAML takes it for: `yes` becomes `"yes"`. */
export interface FieldQuoted {
  readonly field: string;
  readonly quoted: true;
}

/** The field is there no more. */
export interface FieldRemoved {
  readonly field: string;
  readonly removed: true;
}
