import type { AppProjectSpec, Destination, GroupKind } from '../../../imports/argoproj.io.argo-cd';
import { groupOf } from '../../kubernetes/identity';
import type { Manifest } from '../../kubernetes/manifest';
import { controlledKinds } from './controlled-kinds';
import type { SyncedFiles } from './synced-files';

/**
 * What an AppProject allows: the repositories, clusters, namespaces and kinds of what its Applications apply, and nothing
 * else. Kinds that controllers make of these are allowed, too: Argo CD shows nobody the Pods of a project that may not
 * have Pods.
 *
 * @source argo-cd@3.2.6 controller/appcontroller.go getResourceTree, pkg/apis/application/v1alpha1/app_project_types.go
 */
export function appProjectSpec(files: readonly SyncedFiles[]): AppProjectSpec {
  const objects = files.flatMap((part) => part.objects);
  const namespaced = objects.filter(({ metadata }) => metadata.namespace !== undefined).map(groupKindOf);
  return {
    description: `What ${files.map(({ delivery }) => delivery.application).join(', ')} may deploy`,
    sourceRepos: unique(files.map(({ delivery }) => delivery.source.repository)),
    destinations: unique(files.flatMap(destinationsOf)),
    clusterResourceWhitelist: unique(
      objects.filter(({ metadata }) => metadata.namespace === undefined).map(groupKindOf),
    ),
    namespaceResourceWhitelist: unique([...namespaced, ...namespaced.flatMap(controlledKinds)]),
  };
}

/** Its own namespace, also where nothing is in it: Argo CD holds the Application's own destination against the project. */
function destinationsOf({ destination, namespace: own, objects }: SyncedFiles): Destination[] {
  const namespaces = objects.flatMap(({ metadata }) => metadata.namespace ?? []);
  return [own, ...namespaces].map((namespace) => ({ ...destination, namespace }));
}

function groupKindOf({ apiVersion, kind }: Manifest): GroupKind {
  return { group: groupOf(apiVersion), kind };
}

/** Each once, in an order that does not depend on that of the charts. */
function unique<T>(values: readonly T[]): T[] {
  const byText = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
