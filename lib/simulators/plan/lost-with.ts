import { groupOf } from '../../kubernetes/identity';
import type { Manifest } from '../../kubernetes/manifest';
import { manifestField } from '../../kubernetes/manifest-field';
import { claimNames } from './claim-names';
import { isKept } from './is-kept';

/** What is lost with an object that is deleted; nothing where it holds no data. */
export function lostWith(object: Manifest): string | undefined {
  const kind = `${groupOf(object.apiVersion)}/${object.kind}`;
  if (isKept(object)) return undefined;
  switch (kind) {
    case '/PersistentVolumeClaim':
      return 'what is on its volume is lost, unless its storage class or its volume says Retain';
    case '/Namespace':
      return 'everything in it is lost, also what is not deployed from here';
    case 'apiextensions.k8s.io/CustomResourceDefinition':
      return `every ${String(manifestField(object, 'spec.names.kind'))} of the cluster is lost with it`;
    case 'apps/StatefulSet':
      return lostWithStatefulSet(object);
    default:
      return undefined;
  }
}

function lostWithStatefulSet(object: Manifest): string {
  const claims = claimNames(object);
  if (claims.length === 0) return 'it has no claims: what its Pods keep on their nodes is lost';
  const names = `its claims (${claims.join(', ')}, one for each Pod)`;
  return manifestField(object, 'spec.persistentVolumeClaimRetentionPolicy.whenDeleted') === 'Delete'
    ? `${names} are deleted with it (whenDeleted: Delete), and what is on them is lost`
    : `${names} stay (whenDeleted: Retain), and nothing serves what is on them`;
}
