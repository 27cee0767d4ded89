import type { Manifest } from '../../lib/kubernetes/manifest';
import { CATALOGUE } from '../../lib/policies/catalogue';
import { foreignRules } from '../../lib/policies/foreign-rules';
import { rulesAt } from '../../lib/policies/rules-at';
import { bundledContext } from '../support/rule-context';

const manifest = (apiVersion: string, kind: string, rest: object = {}): Manifest => ({
  apiVersion,
  kind,
  metadata: { name: 'web', namespace: 'shop' },
  ...rest,
});

/** What the rules that stand at this level find: severity and rule. @param files of each object its file */
function found(
  objects: readonly Manifest[],
  customResourceGroups: readonly string[] = [],
  files: readonly string[] = [],
) {
  const rules = foreignRules(CATALOGUE, (object) => files[objects.indexOf(object)]);
  return rulesAt('baseline', rules).flatMap(({ id, severity, check }) =>
    check(objects, { ...bundledContext, customResourceGroups }).map(({ field }) => `${severity} ${id} ${field}`),
  );
}

test.each`
  what                                             | objects                                                                     | findings
  ${'a custom resource of a group nobody told of'} | ${[manifest('cert-manager.io/v1', 'Certificate', { spec: { any: 1 } })]}    | ${['info custom-resource-served apiVersion']}
  ${'also of one of Kubernetes\u2019 projects'}    | ${[manifest('snapshot.storage.k8s.io/v1', 'VolumeSnapshot')]}               | ${['info custom-resource-served apiVersion']}
  ${'a custom resource that a schema is kept of'}  | ${[manifest('bitnami.com/v1alpha1', 'SealedSecret', { spec: { any: 1 } })]} | ${['error strict-schema spec.any', 'error strict-schema spec.encryptedData']}
  ${'one of a version that is gone'}               | ${[manifest('external-secrets.io/v1beta1', 'ExternalSecret')]}              | ${['info custom-resource-served apiVersion', 'warning deprecated-api-version apiVersion']}
  ${'one that is called nearly so'}                | ${[manifest('bitnami.com/v1alpha1', 'SealedSecrets')]}                      | ${['info custom-resource-served apiVersion', 'error strict-schema kind']}
  ${'a kind that no group of Kubernetes has'}      | ${[manifest('apps/v1', 'Deploymnet')]}                                      | ${['error strict-schema kind']}
  ${'a group of Kubernetes that is gone'}          | ${[manifest('extensions/v1beta1', 'Ingress')]}                              | ${['error removed-api-version apiVersion']}
  ${'an object without a namespace'}               | ${[{ ...manifest('v1', 'ConfigMap'), metadata: { name: 'web' } }]}          | ${[]}
`('$what: $findings', ({ objects, findings }) => {
  expect(found(objects)).toEqual(findings);
});

test('of a custom resource whose definition is there nothing is said', () => {
  expect(found([manifest('cert-manager.io/v1', 'Certificate')], ['cert-manager.io'])).toEqual([]);
});

test('two of a name are an error in one file, and worth knowing in two', () => {
  const objects = [manifest('v1', 'ConfigMap'), manifest('v1', 'ConfigMap'), manifest('v1', 'ConfigMap')];
  expect(found(objects, [], ['a', 'a', 'b'])).toEqual([
    'error unique-identity metadata.name',
    'info unique-identity metadata.name',
  ]);
});
