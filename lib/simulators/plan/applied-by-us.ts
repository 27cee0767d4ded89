import type { JsonObject, Manifest } from '../../kubernetes/manifest';
import type { LiveObject } from './live-object';

/** Where `kubectl apply` keeps what it sent last. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Who applies what is deployed from here, as the API server calls them. */
const DEPLOYERS: ReadonlySet<string> = new Set(['kubectl', 'argocd-controller', 'argocd-application-controller']);

/** The manifest that was applied last, by the client. */
export function appliedManifest({ metadata }: LiveObject): Manifest | undefined {
  const text = metadata.annotations?.[LAST_APPLIED];
  return text === undefined ? undefined : (JSON.parse(text) as Manifest);
}

/** Fields that were applied by the server for one of those who deploy. */
export function appliedFields({ metadata }: LiveObject): JsonObject[] {
  return (metadata.managedFields ?? []).flatMap(({ manager = '', operation, subresource, fieldsV1 }) =>
    operation === 'Apply' && !subresource && DEPLOYERS.has(manager) && fieldsV1 ? [fieldsV1] : [],
  );
}
