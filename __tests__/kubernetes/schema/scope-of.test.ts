import { scopeOf } from '../../../lib/kubernetes/schema/scope-of';
import { schemas } from './bundled';

test.each`
  apiVersion                        | kind              | minor     | scope
  ${'apps/v1'}                      | ${'Deployment'}   | ${'1.30'} | ${'Namespaced'}
  ${'v1'}                           | ${'Namespace'}    | ${'1.36'} | ${'Cluster'}
  ${'v1'}                           | ${'Node'}         | ${'1.36'} | ${'Cluster'}
  ${'rbac.authorization.k8s.io/v1'} | ${'ClusterRole'}  | ${'1.36'} | ${'Cluster'}
  ${'rbac.authorization.k8s.io/v1'} | ${'Role'}         | ${'1.36'} | ${'Namespaced'}
  ${'gateway.networking.k8s.io/v1'} | ${'GatewayClass'} | ${'1.30'} | ${'Cluster'}
  ${'gateway.networking.k8s.io/v1'} | ${'HTTPRoute'}    | ${'1.30'} | ${'Namespaced'}
  ${'networking.k8s.io/v1'}         | ${'ServiceCIDR'}  | ${'1.36'} | ${'Cluster'}
  ${'networking.k8s.io/v1'}         | ${'ServiceCIDR'}  | ${'1.30'} | ${undefined}
  ${'batch/v1beta1'}                | ${'CronJob'}      | ${'1.36'} | ${undefined}
`('$kind of $apiVersion in $minor: $scope', ({ apiVersion, kind, minor, scope }) => {
  expect(scopeOf({ apiVersion, kind }, schemas, minor)).toBe(scope);
});
