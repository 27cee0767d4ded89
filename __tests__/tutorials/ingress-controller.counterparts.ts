import type { Counterpart } from './counterpart';

const templateName = 'the name in a template is ignored: Pods are called after their Job';

export const counterparts: readonly Counterpart[] = [
  { seed: '002-080', object: 'ServiceAccount/ingress-nginx' },
  { seed: '002-081', object: 'ServiceAccount/ingress-nginx-admission' },
  { seed: '002-082', object: 'Role/ingress-nginx' },
  { seed: '002-083', object: 'Role/ingress-nginx-admission' },
  { seed: '002-084', object: 'ClusterRole/ingress-nginx' },
  { seed: '002-085', object: 'ClusterRole/ingress-nginx-admission' },
  { seed: '002-086', object: 'RoleBinding/ingress-nginx' },
  { seed: '002-087', object: 'RoleBinding/ingress-nginx-admission' },
  { seed: '002-088', object: 'ClusterRoleBinding/ingress-nginx' },
  { seed: '002-089', object: 'ClusterRoleBinding/ingress-nginx-admission' },
  { seed: '002-090', object: 'ConfigMap/ingress-nginx-controller' },
  { seed: '002-091', object: 'Service/ingress-nginx-controller' },
  { seed: '002-092', object: 'Service/ingress-nginx-controller-admission' },
  {
    seed: '002-093',
    object: 'DaemonSet/ingress-nginx-controller',
    differs: {
      'spec.template.spec.containers[].securityContext.runAsUser': 'said of the Pod, and so of all its containers',
    },
  },
  {
    seed: '002-094',
    object: 'Job/ingress-nginx-admission-create',
    differs: { 'spec.template.metadata.name': templateName },
  },
  {
    seed: '002-095',
    object: 'Job/ingress-nginx-admission-patch',
    differs: { 'spec.template.metadata.name': templateName },
  },
  { seed: '002-096', object: 'IngressClass/nginx' },
  { seed: '002-103', object: 'ConfigMap/ingress-nginx-controller' },
];
