import { groupOf } from '../../kubernetes/identity';
import type { JsonObject, Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldList } from '../../kubernetes/manifest-field';

/** Says to Argo CD that an object is to stay when it is no longer in the repository. */
const OPTIONS = 'argocd.argoproj.io/sync-options';

/** Whether an object is told to stay in the cluster once nothing deploys it any more. */
export function isKept({ metadata }: Manifest): boolean {
  return /(^|,)\s*(Prune|Delete)=false\b/.test(metadata.annotations?.[OPTIONS] ?? '');
}

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

/** What is lost where a StatefulSet goes down to fewer Pods; nothing where its claims stay. */
export function lostByScaling(before: Manifest, after: Manifest): string | undefined {
  const [from, to] = [manifestField(before, 'spec.replicas'), manifestField(after, 'spec.replicas')];
  const isFewer = after.kind === 'StatefulSet' && typeof from === 'number' && typeof to === 'number' && to < from;
  const deletes = manifestField(after, 'spec.persistentVolumeClaimRetentionPolicy.whenScaled') === 'Delete';
  if (!isFewer || !deletes || claimNames(after).length === 0) return undefined;
  return `the claims of ${from - to} Pods (${claimNames(after).join(', ')}) are deleted (whenScaled: Delete), and what is on them is lost`;
}

function claimNames(object: Manifest): string[] {
  const { name } = object.metadata;
  const templates = manifestFieldList(object, 'spec.volumeClaimTemplates') as JsonObject[];
  return templates.map((template) => `${String(manifestField(template, 'metadata.name'))}-${name}-*`);
}
