import type { SubjectKind } from './admission-rule';

const kind = (apiVersion: string, name: string, resource: string): SubjectKind => ({
  apiVersion,
  kind: name,
  resource,
});
const clusterKind = (apiVersion: string, name: string, resource: string): SubjectKind => ({
  ...kind(apiVersion, name, resource),
  clusterScoped: true,
});

/** Kinds that rules are about, by name. */
export const SUBJECT_KINDS = {
  ClusterRole: clusterKind('rbac.authorization.k8s.io/v1', 'ClusterRole', 'clusterroles'),
  ClusterRoleBinding: clusterKind('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'clusterrolebindings'),
  ConfigMap: kind('v1', 'ConfigMap', 'configmaps'),
  CronJob: kind('batch/v1', 'CronJob', 'cronjobs'),
  DaemonSet: kind('apps/v1', 'DaemonSet', 'daemonsets'),
  Deployment: kind('apps/v1', 'Deployment', 'deployments'),
  HorizontalPodAutoscaler: kind('autoscaling/v2', 'HorizontalPodAutoscaler', 'horizontalpodautoscalers'),
  Ingress: kind('networking.k8s.io/v1', 'Ingress', 'ingresses'),
  Job: kind('batch/v1', 'Job', 'jobs'),
  NetworkPolicy: kind('networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies'),
  PersistentVolumeClaim: kind('v1', 'PersistentVolumeClaim', 'persistentvolumeclaims'),
  Pod: kind('v1', 'Pod', 'pods'),
  PodDisruptionBudget: kind('policy/v1', 'PodDisruptionBudget', 'poddisruptionbudgets'),
  PodTemplate: kind('v1', 'PodTemplate', 'podtemplates'),
  ReplicaSet: kind('apps/v1', 'ReplicaSet', 'replicasets'),
  ReplicationController: kind('v1', 'ReplicationController', 'replicationcontrollers'),
  ResourceQuota: kind('v1', 'ResourceQuota', 'resourcequotas'),
  Role: kind('rbac.authorization.k8s.io/v1', 'Role', 'roles'),
  RoleBinding: kind('rbac.authorization.k8s.io/v1', 'RoleBinding', 'rolebindings'),
  Secret: kind('v1', 'Secret', 'secrets'),
  Service: kind('v1', 'Service', 'services'),
  ServiceAccount: kind('v1', 'ServiceAccount', 'serviceaccounts'),
  StatefulSet: kind('apps/v1', 'StatefulSet', 'statefulsets'),
} as const;
