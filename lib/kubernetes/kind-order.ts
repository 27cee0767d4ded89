/**
 * The order in which objects of a file are applied: what governs first, then what is used, then what uses it. It is the
 * order Argo CD applies kinds in, so both ways of deploying do the same.
 *
 * @source argo-cd gitops-engine@0.7.3 pkg/sync/sync_tasks.go kindOrder
 */
const KINDS = [
  'PriorityClass',
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'ConfigMap',
  'StorageClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'Service',
  'DaemonSet',
  'Pod',
  'ReplicaSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'StatefulSet',
  'Job',
  'CronJob',
  'IngressClass',
  'Ingress',
  'APIService',
];

const PLACE = new Map(KINDS.map((kind, place) => [kind, place]));

/** Place of a kind in the order of application; kinds not listed (custom resources) come last. */
export function kindOrder(kind: string): number {
  return PLACE.get(kind) ?? KINDS.length;
}
