import { ENVIRONMENT_LABEL } from '../../kubernetes/labels';
import type { Manifest } from '../../kubernetes/manifest';
import { type AccessChange, accessChanges } from './access-changes';
import type { Change } from './change';
import { completed } from './completed';
import type { Deployed } from './deployed';
import { type ImageChange, imageChanges } from './image-changes';
import { type NetworkChange, networkChanges } from './network-changes';
import { objectChanges } from './object-changes';
import { type ObjectKey, objectKey, objectKeyText } from './object-key';
import { type RequestChange, requestChanges } from './request-changes';
import type { ServedApi } from './served-api';
import { VERDICTS } from './verdicts';

/** What changes for an environment beside its objects. */
export interface EnvironmentPlan {
  /** Name of the environment; an empty text for what governs the cluster. */
  readonly name: string;
  readonly images: readonly ImageChange[];
  readonly requests: readonly RequestChange[];
  readonly access: readonly AccessChange[];
  readonly network: readonly NetworkChange[];
}

/** What happens when one state is applied over another. */
export interface Plan {
  /** The worst first. */
  readonly changes: readonly Change[];
  /** Objects that stay as they are. */
  readonly unchanged: number;
  /** Those in which something changes. */
  readonly environments: readonly EnvironmentPlan[];
}

/** A cluster that something is applied to. */
export interface PlannedCluster extends ServedApi {
  /** Worker nodes, each of which a DaemonSet has a Pod on. */
  readonly nodes: number;
  /** Folder of the output that is for it; an empty text for the home cluster. */
  readonly folder: string;
}

/**
 * What happens when a state is applied over another: a pure function of both. What it says of the API server and of
 * controllers is held against them by the tests of the cluster.
 */
export function plan(deployed: Deployed, cluster: PlannedCluster): Plan {
  const environmentIn = environments([...deployed.before, ...deployed.after]);
  const found = objectChanges(deployed, cluster);
  const changes = found.map(({ change, object }): Change => {
    return { ...change, environment: environmentIn(object), folder: cluster.folder };
  });
  const touched = new Set(found.map(({ object }) => object));
  return {
    changes: changes.sort(worstFirst),
    unchanged: deployed.after.filter((object) => !touched.has(object)).length,
    environments: factsBy(environmentIn, deployed, changes, cluster),
  };
}

/** What is renamed is the same to who asks what it may do and what it runs. */
function withNewNames(objects: readonly Manifest[], changes: readonly Change[]): Manifest[] {
  const renamed = new Map(changes.flatMap(({ from, object }) => (from ? [[keyOf(from), object] as const] : [])));
  return objects.map((manifest) => {
    const now = renamed.get(keyOf(objectKey(manifest)));
    if (!now) return manifest;
    return { ...manifest, metadata: { ...manifest.metadata, name: now.name, namespace: now.namespace } };
  });
}

function keyOf(key: ObjectKey): string {
  return `${key.apiVersion} ${objectKeyText(key)}`;
}

function worstFirst(a: Change, b: Change): number {
  const rank = ({ verdict }: Change) => VERDICTS.indexOf(verdict);
  const name = (change: Change) => `${change.folder} ${change.environment} ${objectKeyText(change.object)}`;
  return rank(a) - rank(b) || (name(a) < name(b) ? -1 : 1);
}

type EnvironmentIn = (object: Pick<Manifest, 'metadata'>) => string;

/** The environment of an object: what its label says, otherwise what others of its namespace say. */
function environments(objects: readonly Manifest[]): EnvironmentIn {
  const byNamespace = new Map(
    objects.map(({ kind, metadata }): [string, string] => {
      const place = kind === 'Namespace' ? metadata.name : metadata.namespace;
      return [place ?? '', metadata.labels?.[ENVIRONMENT_LABEL] ?? ''];
    }),
  );
  byNamespace.delete('');
  return ({ metadata }) => metadata.labels?.[ENVIRONMENT_LABEL] ?? byNamespace.get(metadata.namespace ?? '') ?? '';
}

function factsBy(
  environmentIn: EnvironmentIn,
  { before, after }: Deployed,
  changes: readonly Change[],
  cluster: PlannedCluster,
): EnvironmentPlan[] {
  const keep = (objects: readonly Manifest[]) => objects.map((object) => completed(object, cluster));
  const kept = { before: keep(before), after: keep(after) };
  const renamed = { ...kept, before: withNewNames(kept.before, changes) };
  const of = (namespace: string | undefined) => environmentIn({ metadata: { namespace } });
  const [images, requests] = [imageChanges(renamed), requestChanges(kept, cluster.nodes)];
  const [access, network] = [accessChanges(kept), networkChanges(renamed)];
  const names = new Set([
    ...images.map(({ object }) => of(object.namespace)),
    ...[...requests, ...access, ...network].map(({ namespace }) => of(namespace)),
  ]);
  return [...names].sort().map((name) => ({
    name,
    images: images.filter(({ object }) => of(object.namespace) === name),
    requests: requests.filter(({ namespace }) => of(namespace) === name),
    access: access.filter(({ namespace }) => of(namespace) === name),
    network: network.filter(({ namespace }) => of(namespace) === name),
  }));
}
