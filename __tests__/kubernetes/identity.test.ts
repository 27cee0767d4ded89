import { groupOf, identityOf } from '../../lib/kubernetes/identity';

test.each`
  apiVersion                        | group
  ${'v1'}                           | ${''}
  ${'apps/v1'}                      | ${'apps'}
  ${'gateway.networking.k8s.io/v1'} | ${'gateway.networking.k8s.io'}
`('$apiVersion is of the group "$group"', ({ apiVersion, group }) => {
  expect(groupOf(apiVersion)).toBe(group);
});

test.each`
  apiVersion             | kind              | namespace    | name        | identity
  ${'apps/v1'}           | ${'Deployment'}   | ${'shop'}    | ${'orders'} | ${'Deployment.apps shop/orders'}
  ${'v1'}                | ${'Service'}      | ${'shop'}    | ${'orders'} | ${'Service shop/orders'}
  ${'v1'}                | ${'Namespace'}    | ${undefined} | ${'shop'}   | ${'Namespace shop'}
  ${'storage.k8s.io/v1'} | ${'StorageClass'} | ${''}        | ${'fast'}   | ${'StorageClass.storage.k8s.io fast'}
`(
  'a $kind of $apiVersion in namespace $namespace is "$identity"',
  ({ apiVersion, kind, namespace, name, identity }) => {
    expect(identityOf({ apiVersion, kind, metadata: { namespace, name } })).toBe(identity);
  },
);

test('another version of the same object is the same object', () => {
  const at = (apiVersion: string) =>
    identityOf({ apiVersion, kind: 'HorizontalPodAutoscaler', metadata: { namespace: 'shop', name: 'orders' } });
  expect(at('autoscaling/v2')).toBe(at('autoscaling/v1'));
});

test('kinds of the same name in two groups are two objects', () => {
  const of = (apiVersion: string) => identityOf({ apiVersion, kind: 'Ingress', metadata: { name: 'orders' } });
  expect(of('networking.k8s.io/v1')).not.toBe(of('config.openshift.io/v1'));
});
