import { kindViolation } from '../../../lib/kubernetes/schema/kind-violation';
import { schemas } from './bundled';

test.each`
  apiVersion                                | kind                         | minor     | field           | rule                                                          | mend                                                                         | because
  ${'batch/v1beta1'}                        | ${'CronJob'}                 | ${'1.30'} | ${'apiVersion'} | ${'CronJob is not served by Kubernetes 1.30'}                 | ${'use batch/v1'}                                                            | ${'gone since 1.25'}
  ${'autoscaling/v2beta2'}                  | ${'HorizontalPodAutoscaler'} | ${'1.36'} | ${'apiVersion'} | ${'HorizontalPodAutoscaler is not served by Kubernetes 1.36'} | ${'use autoscaling/v2'}                                                      | ${'gone since 1.26, v2 before v1'}
  ${'extensions/v1beta1'}                   | ${'Ingress'}                 | ${'1.30'} | ${'apiVersion'} | ${'Ingress is not served by Kubernetes 1.30'}                 | ${'use networking.k8s.io/v1'}                                                | ${'moved to another group'}
  ${'v1beta1'}                              | ${'Event'}                   | ${'1.30'} | ${'apiVersion'} | ${'Event is not served by Kubernetes 1.30'}                   | ${'use v1'}                                                                  | ${'the same group comes first'}
  ${'apps/v1'}                              | ${'Ingress'}                 | ${'1.30'} | ${'apiVersion'} | ${'Ingress is not served by Kubernetes 1.30'}                 | ${'use networking.k8s.io/v1'}                                                | ${'belongs to another group'}
  ${'flowcontrol.apiserver.k8s.io/v1beta3'} | ${'FlowSchema'}              | ${'1.32'} | ${'apiVersion'} | ${'FlowSchema is not served by Kubernetes 1.32'}              | ${'is gone since Kubernetes 1.32; use flowcontrol.apiserver.k8s.io/v1'}      | ${'gone within the range'}
  ${'networking.k8s.io/v1'}                 | ${'ServiceCIDR'}             | ${'1.30'} | ${'apiVersion'} | ${'ServiceCIDR is not served by Kubernetes 1.30'}             | ${'needs Kubernetes 1.33'}                                                   | ${'not there yet, and its alpha is off'}
  ${'resource.k8s.io/v1beta1'}              | ${'ResourceClaim'}           | ${'1.34'} | ${'apiVersion'} | ${'ResourceClaim is off by default in Kubernetes 1.34'}       | ${'use resource.k8s.io/v1'}                                                  | ${'beta is off by default, stable is there'}
  ${'resource.k8s.io/v1beta1'}              | ${'ResourceClaim'}           | ${'1.33'} | ${'apiVersion'} | ${'ResourceClaim is off by default in Kubernetes 1.33'}       | ${'start the API server with --runtime-config=resource.k8s.io/v1beta1=true'} | ${'beta is off by default'}
  ${'apps/v1'}                              | ${'Deploymnet'}              | ${'1.36'} | ${'kind'}       | ${'unknown kind of apps/v1 in Kubernetes 1.36'}               | ${'did you mean Deployment?'}                                                | ${'two letters swapped'}
  ${'v1'}                                   | ${'List'}                    | ${'1.36'} | ${'kind'}       | ${'unknown kind of v1 in Kubernetes 1.36'}                    | ${'a list is no object: write each of its items as one'}                     | ${'kubectl takes it apart, the API server does not'}
  ${'autoscaling/v1'}                       | ${'Scale'}                   | ${'1.36'} | ${'kind'}       | ${'unknown kind of autoscaling/v1 in Kubernetes 1.36'}        | ${'correct group, version or kind'}                                          | ${'a subresource is no object'}
`('$apiVersion $kind in $minor: $because', ({ apiVersion, kind, minor, field, rule, mend }) => {
  const got = field === 'kind' ? kind : apiVersion;
  expect(kindViolation({ apiVersion, kind }, schemas, minor)).toEqual({ field, got, rule, mend });
});

test.each([
  ['cert-manager.io/v1', 'Certificate', 'a group that no schema is kept of'],
  ['networking.istio.io/v9', 'Quota', 'a kind of a group of which others are kept'],
  ['example.com/v1', 'Gateway', 'called as a kind of other groups'],
  ['external-secrets.io/v1beta1', 'ExternalSecret', 'a version of an older release'],
])('of %s %s nothing is known: %s', (apiVersion, kind) => {
  expect(kindViolation({ apiVersion, kind }, schemas, '1.36')).toBeUndefined();
});

test.each([
  ['apps/v1', 'DeploymentList'],
  ['gateway.networking.k8s.io/v1', 'HTTPRouteList'],
])('a list is no object, whatever its items are: %s %s', (apiVersion, kind) => {
  const mend = 'a list is no object: write each of its items as one';
  expect(kindViolation({ apiVersion, kind }, schemas, '1.36')).toMatchObject({ field: 'kind', mend });
});

test('a custom resource that is called nearly as one that is known is a slip', () => {
  const typed = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTPPRoute' };
  expect(kindViolation(typed, schemas, '1.36')?.mend).toBe('did you mean HTTPRoute?');
});

test.each([
  ['apps/v1', 'Deployment', '1.30'],
  ['v1', 'Pod', '1.36'],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', '1.31'], // beta, but from before beta was off by default
  ['networking.k8s.io/v1', 'ServiceCIDR', '1.33'],
  ['gateway.networking.k8s.io/v1', 'HTTPRoute', '1.30'],
  ['gateway.networking.k8s.io/v1', 'ReferenceGrant', '1.30'],
  ['gateway.networking.k8s.io/v1', 'GRPCRoute', '1.30'],
  ['argoproj.io/v1alpha1', 'Application', '1.30'],
])('%s %s is served by %s', (apiVersion, kind, minor) => {
  expect(kindViolation({ apiVersion, kind }, schemas, minor)).toBeUndefined();
});
