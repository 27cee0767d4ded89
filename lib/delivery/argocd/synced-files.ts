import { posix } from 'node:path';
import type { ArgoCdDelivery, ArgoCdDestination } from '../../environments/argo-cd-delivery';
import type { Cluster } from '../../environments/environment';
import type { Manifest } from '../../kubernetes/manifest';
import type { CollectedObject } from '../collect-objects';
import { chartFileName, clusterFileName } from '../file-names';
import type { Program } from '../program';

/** Files of the output that one Application applies, and the objects in them. */
export interface SyncedFiles {
  readonly delivery: ArgoCdDelivery;
  readonly destination: ArgoCdDestination;
  /** Value of the label `environment`; none for what governs a cluster. */
  readonly environment?: string;
  /** Namespace of the environment. What governs a cluster lives in those of all; then it is the first of them. */
  readonly namespace: string;
  /** Folder of the repository: `dist`. */
  readonly folder: string;
  /** Pattern of their names: `dev.*.k8s.yaml`. */
  readonly include: string;
  readonly objects: readonly Manifest[];
}

/** Everything that Argo CD is to deploy: first what governs each cluster, then each environment. */
export function syncedFiles(program: Program, objects: readonly CollectedObject[]): SyncedFiles[] {
  const clusters = [...new Map(program.environments.map(({ cluster }) => [cluster.name, cluster])).values()];
  const place = (cluster: Cluster, { source }: ArgoCdDelivery) =>
    cluster.name === program.homeCluster ? source.folder : posix.join(source.folder, cluster.name);
  const governing = clusters.flatMap((cluster): SyncedFiles[] => {
    const { argoCd } = cluster;
    if (!argoCd) return [];
    const environments = program.environments.filter((env) => env.cluster.name === cluster.name);
    return [
      {
        delivery: argoCd,
        destination: argoCd.destination,
        namespace: environments[0]?.namespace ?? '',
        folder: place(cluster, argoCd),
        include: clusterFileName,
        objects: manifests(objects, ({ from }) => from.cluster.name === cluster.name && !from.environment),
      },
    ];
  });
  const environments = program.environments.flatMap(({ name, namespace, cluster, argoCd }): SyncedFiles[] => {
    if (!argoCd || !cluster.argoCd) return [];
    return [
      {
        delivery: argoCd,
        destination: cluster.argoCd.destination,
        environment: name,
        namespace,
        folder: place(cluster, argoCd),
        include: chartFileName(name, '*'),
        objects: manifests(objects, ({ from }) => from.environment === name),
      },
    ];
  });
  return [...governing, ...environments];
}

function manifests(objects: readonly CollectedObject[], are: (object: CollectedObject) => boolean): Manifest[] {
  return objects.filter(are).map(({ manifest }) => manifest);
}
