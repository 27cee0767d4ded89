import { apiResources, findApiResource } from '../../lib/kubernetes/api-resource';

test.each`
  name                                      | group                          | resource                 | scope
  ${'pods'}                                 | ${''}                          | ${'pods'}                | ${'Namespaced'}
  ${'pods/log'}                             | ${''}                          | ${'pods/log'}            | ${'Namespaced'}
  ${'nodes'}                                | ${''}                          | ${'nodes'}               | ${'Cluster'}
  ${'nodes/metrics'}                        | ${''}                          | ${'nodes/metrics'}       | ${'Cluster'}
  ${'deployments'}                          | ${'apps'}                      | ${'deployments'}         | ${'Namespaced'}
  ${'deployments/scale'}                    | ${'apps'}                      | ${'deployments/scale'}   | ${'Namespaced'}
  ${'deployments.apps/scale'}               | ${'apps'}                      | ${'deployments/scale'}   | ${'Namespaced'}
  ${'ingresses/status'}                     | ${'networking.k8s.io'}         | ${'ingresses/status'}    | ${'Namespaced'}
  ${'events'}                               | ${''}                          | ${'events'}              | ${'Namespaced'}
  ${'events.events.k8s.io'}                 | ${'events.k8s.io'}             | ${'events'}              | ${'Namespaced'}
  ${'pods.metrics.k8s.io'}                  | ${'metrics.k8s.io'}            | ${'pods'}                | ${'Namespaced'}
  ${'httproutes.gateway.networking.k8s.io'} | ${'gateway.networking.k8s.io'} | ${'httproutes'}          | ${'Namespaced'}
  ${'certificates.cert-manager.io/status'}  | ${'cert-manager.io'}           | ${'certificates/status'} | ${'Namespaced'}
  ${'services.serving.knative.dev'}         | ${'serving.knative.dev'}       | ${'services'}            | ${'Namespaced'}
  ${'*'}                                    | ${'*'}                         | ${'*'}                   | ${'Namespaced'}
  ${'*.apps'}                               | ${'apps'}                      | ${'*'}                   | ${'Namespaced'}
  ${'*/scale'}                              | ${'*'}                         | ${'*/scale'}             | ${'Namespaced'}
`('$name is $resource of "$group"', ({ name, ...expected }) => {
  expect(findApiResource(name)).toMatchObject(expected);
});

test.each`
  name                 | verbs
  ${'configmaps'}      | ${['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch']}
  ${'namespaces'}      | ${['create', 'delete', 'get', 'list', 'patch', 'update', 'watch']}
  ${'pods/log'}        | ${['get']}
  ${'pods/exec'}       | ${['create', 'get']}
  ${'pods/status'}     | ${['get', 'patch', 'update']}
  ${'tokenreviews'}    | ${['create']}
  ${'users'}           | ${['impersonate']}
  ${'serviceaccounts'} | ${['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch', 'impersonate']}
`('$name has its verbs', ({ name, verbs }) => {
  expect(findApiResource(name)).toMatchObject({ verbs });
});

test.each`
  name                          | rule                                                                         | mend
  ${'pod'}                      | ${'must be a resource of Kubernetes, or "<plural>.<group>" of a custom one'} | ${'write "pods"'}
  ${'Deployment'}               | ${'must be a resource of Kubernetes, or "<plural>.<group>" of a custom one'} | ${'write "deployments"'}
  ${'pods/logs'}                | ${'must be a resource of Kubernetes, or "<plural>.<group>" of a custom one'} | ${'write "pods/log"'}
  ${'configmaps/status'}        | ${'must be a resource of Kubernetes, or "<plural>.<group>" of a custom one'} | ${'write "configmaps"'}
  ${'zebras'}                   | ${'must be a resource of Kubernetes, or "<plural>.<group>" of a custom one'} | ${'look it up with: kubectl api-resources'}
  ${'ingresses.extensions'}     | ${'must be in its group: extensions has no ingresses'}                       | ${'write "ingresses", which is in networking.k8s.io'}
  ${'deployments.batch'}        | ${'must be in its group: batch has no deployments'}                          | ${'write "deployments", which is in apps'}
  ${'pods.apps'}                | ${'must be in its group: apps has no pods'}                                  | ${'write "pods", which is in the core group'}
  ${'ingresses.network.k8s.io'} | ${'must be in its group: network.k8s.io has no ingresses'}                   | ${'write "ingresses", which is in networking.k8s.io'}
  ${'zebras.app'}               | ${'must be in a group that there is: there is no "app"'}                     | ${'write the group "apps"'}
  ${'*.app'}                    | ${'must be in a group that there is: there is no "app"'}                     | ${'write the group "apps"'}
  ${'zebras.apps'}              | ${'must be a resource of Kubernetes, or "<plural>.<group>" of a custom one'} | ${'look it up with: kubectl api-resources'}
  ${'pods/*'}                   | ${'must name the subresource: authorization reads no "*" behind a slash'}    | ${'write each one, such as "pods/log"'}
  ${''}                         | ${'must be the plural name of a resource'}                                   | ${'write it as "pods", "pods/log" or "ingresses"'}
  ${'.apps'}                    | ${'must be the plural name of a resource'}                                   | ${'write it as "pods", "pods/log" or "ingresses"'}
`('there is no "$name": $mend', ({ name, rule, mend }) => {
  expect(findApiResource(name)).toEqual({ rule, mend });
});

test('every entry of the table is found by its name and group', () => {
  expect(apiResources().length).toBeGreaterThan(110);
  for (const known of apiResources()) {
    const [plural, subresource] = known.resource.split('/');
    const group = known.group === '' ? '' : `.${known.group}`;
    expect(findApiResource(`${plural}${group}${subresource ? `/${subresource}` : ''}`)).toEqual(known);
  }
});
