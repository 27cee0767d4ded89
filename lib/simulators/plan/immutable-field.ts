import type { JsonObject } from '../../kubernetes/manifest';
import type { ChangedField } from './changed-field';

/** A change of one field, and the object around it, as the API server keeps it. */
export interface FieldUpdate extends ChangedField {
  /** The whole object, before and after. */
  readonly from: JsonObject;
  readonly to: JsonObject;
  /** Minor version of the API server. */
  readonly minor: string;
  /** Whether volumes of a storage class may grow; nothing where that is not known. */
  readonly mayGrow: (storageClass: unknown) => boolean | undefined;
}

/** A field that the API server lets nobody change once an object is there, but for what is said. */
export interface ImmutableField {
  /** Group and kind: `apps/Deployment`; `/Pod` of the core group. */
  readonly kind: string;
  readonly field: string;
  /** What may change below it. */
  readonly except?: readonly string[];
  /** Changes that are let through all the same. */
  readonly allows?: (update: FieldUpdate) => boolean;
  /** Where that stands in the source of Kubernetes. */
  readonly source: string;
}
