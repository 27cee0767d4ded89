import type { JsonObject, Manifest, ObjectMeta } from '../../kubernetes/manifest';

/** An object as an API server gives it. */
export interface LiveObject extends Manifest {
  readonly metadata: ObjectMeta & {
    readonly managedFields?: readonly {
      readonly manager?: string;
      readonly operation?: string;
      readonly subresource?: string;
      readonly fieldsV1?: JsonObject;
    }[];
  };
}
