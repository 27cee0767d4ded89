import type { Manifest } from './manifest';
import { manifestField } from './manifest-field';
import { scaleTargetsThatAre } from './scale-target';

/** Kinds that keep a number of Pods. */
const COUNTED: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
  'Pod',
]);

/**
 * Fewest Pods that an object has while it runs: what its autoscaler among the others goes down to, otherwise what it says
 * itself. Nothing for kinds that keep no number, such as a DaemonSet and a Job.
 */
export function fewestReplicas(object: Manifest, objects: readonly Manifest[]): number | undefined {
  if (!COUNTED.has(object.kind)) return undefined;
  const scaled = scaleTargetsThatAre(object, objects).map(({ minReplicas }) => Math.max(1, minReplicas ?? 1));
  if (scaled.length > 0) return Math.min(...scaled);
  const replicas = manifestField(object, 'spec.replicas');
  return typeof replicas === 'number' ? replicas : 1;
}
