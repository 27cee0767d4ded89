import { kindOrder } from '../../lib/kubernetes/kind-order';

test.each`
  before                        | after                        | because
  ${'Namespace'}                | ${'NetworkPolicy'}           | ${'everything lives in a namespace'}
  ${'NetworkPolicy'}            | ${'Deployment'}              | ${'a Pod must not run before its network is closed'}
  ${'ResourceQuota'}            | ${'Deployment'}              | ${'a Pod must not slip past a quota'}
  ${'LimitRange'}               | ${'Deployment'}              | ${'it gives sizes to Pods that are created later'}
  ${'ServiceAccount'}           | ${'Deployment'}              | ${'a Pod with an unknown account is refused'}
  ${'Secret'}                   | ${'Deployment'}              | ${'a Pod does not start without it'}
  ${'ConfigMap'}                | ${'Deployment'}              | ${'a Pod does not start without it'}
  ${'StorageClass'}             | ${'PersistentVolumeClaim'}   | ${'a claim is bound by its class'}
  ${'PersistentVolumeClaim'}    | ${'StatefulSet'}             | ${'a Pod waits for its claim'}
  ${'CustomResourceDefinition'} | ${'Deployment'}              | ${'a controller watches what must be defined'}
  ${'ClusterRole'}              | ${'ClusterRoleBinding'}      | ${'a binding names its role'}
  ${'Role'}                     | ${'RoleBinding'}             | ${'a binding names its role'}
  ${'Service'}                  | ${'Deployment'}              | ${'a Pod learns of Services that exist when it starts'}
  ${'Deployment'}               | ${'HorizontalPodAutoscaler'} | ${'there must be something to scale'}
  ${'IngressClass'}             | ${'Ingress'}                 | ${'an Ingress names its class'}
  ${'Deployment'}               | ${'Ingress'}                 | ${'requests come in last'}
`('a $before is applied before a $after: $because', ({ before, after }) => {
  expect(kindOrder(before)).toBeLessThan(kindOrder(after));
});

test('custom resources come after every kind of Kubernetes, all at one place', () => {
  expect(kindOrder('APIService')).toBeLessThan(kindOrder('HTTPRoute'));
  expect(kindOrder('Application')).toBe(kindOrder('HTTPRoute'));
});

test('the order is the one in which Argo CD applies kinds', () => {
  // argo-cd gitops-engine@0.7.3 pkg/sync/sync_tasks.go kindOrder, without the kinds that Kubernetes no longer serves
  const argo =
    'Namespace NetworkPolicy ResourceQuota LimitRange PodDisruptionBudget ServiceAccount Secret ConfigMap StorageClass ' +
    'PersistentVolume PersistentVolumeClaim CustomResourceDefinition ClusterRole ClusterRoleBinding Role RoleBinding ' +
    'Service DaemonSet Pod ReplicaSet Deployment HorizontalPodAutoscaler StatefulSet Job CronJob IngressClass Ingress APIService';
  const kinds = argo.split(' ');
  const shuffled = [...kinds].sort();
  expect(shuffled.sort((a, b) => kindOrder(a) - kindOrder(b))).toEqual(kinds);
});
