import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { JsonObject } from '../kubernetes/manifest';

/** Under this type an override is kept in the metadata of its part. */
const OVERRIDE = 'hello-kubernetes/override';

/**
 * The last way out: changes fields of an object that no prop covers. It is applied to the finished manifest, in
 * Kubernetes' own field names, and the result is checked by the same schema as everything else.
 *
 * - an object is merged into the object there; a field that is not there is added
 * - over a list, an object says which elements to change, by their `name` or index; a list replaces the list
 * - `null` removes a field
 *
 * What names an element that is not in the list, or removes a field that is not there, fails the synthesis.
 *
 * @param part an object that a construct defined: `web.deployment`
 * @param patch what to change
 * @example override(web.deployment, { spec: { template: { spec: { containers: { web: { workingDir: '/srv' } } } } } });
 */
export function override(part: ApiObject, patch: JsonObject): void {
  part.node.addMetadata(OVERRIDE, patch, { stackTrace: false });
}

/** Overrides of an object, in the order in which they were made. */
export function overridesOf(part: Construct): readonly JsonObject[] {
  return part.node.metadata.filter(({ type }) => type === OVERRIDE).map(({ data }) => data as JsonObject);
}
