import type { JsonObject } from '../../kubernetes/manifest';
import type { LiveObject } from './live-object';

/** Who applies what is deployed from here, as the API server calls them. */
const DEPLOYERS: ReadonlySet<string> = new Set(['kubectl', 'argocd-controller', 'argocd-application-controller']);

/** Fields that were applied by the server for one of those who deploy. */
export function appliedFields({ metadata }: LiveObject): JsonObject[] {
  return (metadata.managedFields ?? []).flatMap(({ manager = '', operation, subresource, fieldsV1 }) =>
    operation === 'Apply' && !subresource && DEPLOYERS.has(manager) && fieldsV1 ? [fieldsV1] : [],
  );
}
