import type { Manifest } from '../../kubernetes/manifest';
import { namespaceOf } from '../../kubernetes/namespace-of';

/** An object as reasons speak of it: `Ingress prod/hello`. */
export function objectName(manifest: Manifest): string {
  return `${manifest.kind} ${namespaceOf(manifest)}/${manifest.metadata.name ?? '(no name)'}`;
}
