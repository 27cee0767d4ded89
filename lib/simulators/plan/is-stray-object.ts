import type { Manifest } from '../../kubernetes/manifest';

/** Kinds that the cluster itself writes with the labels of what they are about. */
const WRITTEN_BY_CLUSTER: ReadonlySet<string> = new Set(['Endpoints', 'EndpointSlice', 'Event', 'ControllerRevision']);
const COMPARED = 'argocd.argoproj.io/compare-options';

/**
 * Whether an object of a cluster that is not to be applied was once applied: not one that a controller made of another
 * object, and not one that is told to stay without being missed, as old versions of config are.
 */
export function isStrayObject({ kind, metadata }: Manifest): boolean {
  const owners: unknown = Reflect.get(metadata, 'ownerReferences');
  const isOwned = Array.isArray(owners) && owners.length > 0;
  const stays = /\bIgnoreExtraneous\b/.test(metadata.annotations?.[COMPARED] ?? '');
  return (
    !isOwned && !stays && !WRITTEN_BY_CLUSTER.has(kind) && Reflect.get(metadata, 'deletionTimestamp') === undefined
  );
}
