import type { Manifest } from '../../kubernetes/manifest';
import { manifestField } from '../../kubernetes/manifest-field';
import { claimNames } from './claim-names';

/** What is lost where a StatefulSet goes down to fewer Pods; nothing where its claims stay. */
export function lostByScaling(before: Manifest, after: Manifest): string | undefined {
  const [from, to] = [manifestField(before, 'spec.replicas'), manifestField(after, 'spec.replicas')];
  const isFewer = after.kind === 'StatefulSet' && typeof from === 'number' && typeof to === 'number' && to < from;
  const deletes = manifestField(after, 'spec.persistentVolumeClaimRetentionPolicy.whenScaled') === 'Delete';
  if (!isFewer || !deletes || claimNames(after).length === 0) return undefined;
  return `the claims of ${from - to} Pods (${claimNames(after).join(', ')}) are deleted (whenScaled: Delete), and what is on them is lost`;
}
