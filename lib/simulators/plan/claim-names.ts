import type { JsonObject, Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldList } from '../../kubernetes/manifest-field';

/** Claims that a StatefulSet makes for each of its Pods: `data-db-*`. */
export function claimNames(object: Manifest): string[] {
  const { name } = object.metadata;
  const templates = manifestFieldList(object, 'spec.volumeClaimTemplates') as JsonObject[];
  return templates.map((template) => `${String(manifestField(template, 'metadata.name'))}-${name}-*`);
}
