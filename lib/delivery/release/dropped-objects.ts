import { identityOf } from '../../kubernetes/identity';
import { kindOrder } from '../../kubernetes/kind-order';
import type { Manifest } from '../../kubernetes/manifest';

/** Objects that are no longer written, what brings requests in first; config stays for a rollback. */
export function droppedObjects(before: readonly Manifest[], after: readonly Manifest[]): Manifest[] {
  const kept = new Set(after.map(identityOf));
  return before
    .filter((manifest) => manifest.kind !== 'ConfigMap' && !kept.has(identityOf(manifest)))
    .sort((a, b) => kindOrder(b.kind) - kindOrder(a.kind));
}
