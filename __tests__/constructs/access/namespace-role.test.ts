import type { AccessRule } from '../../../lib/constructs/access/access-rule';
import { NamespaceRole, type NamespaceRoleProps } from '../../../lib/constructs/access/namespace-role';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

function roleOf(props: NamespaceRoleProps) {
  const chart = testChart();
  new NamespaceRole(chart, 'OrderReader', props);
  return objectOf(chart, 'Role');
}

const rulesOf = (...rules: AccessRule[]) => roleOf({ rules }).rules;

test('all defaults: a Role of the namespace of the chart, named after the construct', () => {
  const { apiVersion, metadata, rules } = roleOf({ rules: [{ resources: ['pods'], verbs: ['get', 'list'] }] });
  expect(apiVersion).toBe('rbac.authorization.k8s.io/v1');
  expect(metadata).toEqual({
    name: 'order-reader',
    namespace: 'shop',
    labels: { 'app.kubernetes.io/part-of': 'orders', environment: 'rehearsal' },
  });
  expect(rules).toEqual([{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }]);
});

test('name, namespace and labels', () => {
  const labels = { environment: 'night-shift' };
  const { metadata } = roleOf({ rules: [], name: 'system:reader', namespace: 'warehouse', labels });
  expect(metadata).toMatchObject({ name: 'system:reader', namespace: 'warehouse', labels });
});

test('rules: resources of several groups are a rule each, since one rule is for every pair of its groups and resources', () => {
  const rule: AccessRule = { resources: ['pods', 'deployments', 'pods/log', 'deployments/scale'], verbs: ['get'] };
  expect(rulesOf(rule)).toEqual([
    { apiGroups: [''], resources: ['pods', 'pods/log'], verbs: ['get'] },
    { apiGroups: ['apps'], resources: ['deployments', 'deployments/scale'], verbs: ['get'] },
  ]);
});

test('rules: names limit a rule to objects', () => {
  const rule: AccessRule = { resources: ['configmaps'], names: ['leader'], verbs: ['get', 'update'] };
  expect(rulesOf(rule)[0].resourceNames).toEqual(['leader']);
});

test('rules: a subresource of one object may be created', () => {
  const rule: AccessRule = { resources: ['pods/exec'], names: ['debug'], verbs: ['create'] };
  expect(rulesOf(rule)).toEqual([
    { apiGroups: [''], resources: ['pods/exec'], resourceNames: ['debug'], verbs: ['create'] },
  ]);
});

test('rules: a wildcard has its reason, which stands in the role', () => {
  const rule: AccessRule = { resources: ['*.apps'], verbs: ['*'], wildcardReason: 'a backup reads all there is' };
  const { metadata, rules } = roleOf({ rules: [rule] });
  expect(metadata.annotations).toEqual({ 'kubernetes.io/description': 'Wildcards: a backup reads all there is' });
  expect(rules).toEqual([{ apiGroups: ['apps'], resources: ['*'], verbs: ['*'] }]);
});

test('clusterResources: what belongs to the cluster can stand there, where somebody else wrote it so', () => {
  const rules: AccessRule[] = [{ resources: ['ingressclasses'], verbs: ['get'] }];
  expect(roleOf({ rules, clusterResources: 'tolerated' }).rules[0].resources).toEqual(['ingressclasses']);
});

test('lets a role allow to see its own namespace', () => {
  expect(rulesOf({ resources: ['namespaces'], verbs: ['get'] })[0].resources).toEqual(['namespaces']);
});

test.each<[string, AccessRule, string]>([
  [
    'no resource',
    { resources: [], verbs: ['get'] },
    'EmptyRule [test/OrderReader] rules[0].resources: invalid value []: must name at least one, and none empty',
  ],
  [
    'no verb',
    { resources: ['pods'], verbs: [] },
    'EmptyRule [test/OrderReader] rules[0].verbs: invalid value []: must name at least one, and none empty',
  ],
  [
    'no name',
    { resources: ['pods'], verbs: ['get'], names: [] },
    'EmptyRule [test/OrderReader] rules[0].names: invalid value []: must name at least one, and none empty',
  ],
  [
    'an empty name',
    { resources: ['pods'], verbs: ['get'], names: [''] },
    'EmptyRule [test/OrderReader] rules[0].names: invalid value [""]: must name at least one, and none empty',
  ],
  [
    'a resource that is none',
    { resources: ['pod'], verbs: ['get'] },
    'UnknownResource [test/OrderReader] rules[0].resources: invalid value "pod": must be a resource of Kubernetes, or "<plural>.<group>" of a custom one',
  ],
  [
    'a wrong group',
    { resources: ['ingresses.extensions'], verbs: ['get'] },
    'UnknownResource [test/OrderReader] rules[0].resources: invalid value "ingresses.extensions": must be in its group: extensions has no ingresses',
  ],
  [
    'a verb that it does not have',
    { resources: ['pods/log'], verbs: ['get', 'watch'] },
    'UnknownVerb [test/OrderReader] rules[0].verbs: invalid value "watch": must be a verb that pods/log has: get',
  ],
  [
    'a verb of authorization elsewhere',
    { resources: ['pods'], verbs: ['bind'] },
    'UnknownVerb [test/OrderReader] rules[0].verbs: invalid value "bind": must be a verb that pods has: create, delete, deletecollection, get, list, patch, update, watch',
  ],
  [
    'names where none is known',
    { resources: ['configmaps'], verbs: ['create'], names: ['leader'] },
    'NamelessVerb [test/OrderReader] rules[0].verbs: invalid value "create": must not be limited by names: it has none yet',
  ],
  [
    'names where there are many',
    { resources: ['configmaps'], verbs: ['deletecollection'], names: ['leader'] },
    'NamelessVerb [test/OrderReader] rules[0].verbs: invalid value "deletecollection": must not be limited by names: it has none yet',
  ],
  [
    'a wildcard for a name',
    { resources: ['configmaps'], verbs: ['get'], names: ['*'] },
    'WildcardName [test/OrderReader] rules[0].names: invalid value ["*"]: must be names: "*" is one that no object has',
  ],
  [
    'a wildcard for resources',
    { resources: ['*'], verbs: ['get'] },
    'WildcardWithoutReason [test/OrderReader] rules[0].wildcardReason: must say why "*" is needed',
  ],
  [
    'a wildcard for verbs',
    { resources: ['pods'], verbs: ['*'], wildcardReason: ' ' },
    'WildcardWithoutReason [test/OrderReader] rules[0].wildcardReason: invalid value " ": must say why "*" is needed',
  ],
  [
    'a reason for none',
    { resources: ['pods'], verbs: ['get'], wildcardReason: 'backup' },
    'ReasonWithoutWildcard [test/OrderReader] rules[0].wildcardReason: invalid value "backup": must not be given without a "*"',
  ],
  [
    'what belongs to the cluster',
    { resources: ['pods', 'nodes'], verbs: ['get'] },
    'ClusterResource [test/OrderReader] rules[0].resources: invalid value "nodes": must be in a namespace: the role of one allows nothing with what belongs to the cluster',
  ],
  [
    'paths',
    { paths: ['/metrics'], verbs: ['get'] },
    'ClusterResource [test/OrderReader] rules[0].paths: invalid value ["/metrics"]: must not be in the role of a namespace',
  ],
])('fails for %s', (_, rule, sentence) => {
  expect(refusalOf(() => rulesOf(rule))).toBe(sentence);
});

test('says which rule is wrong, and what to write instead', () => {
  const rules: AccessRule[] = [
    { resources: ['pods'], verbs: ['get'] },
    { resources: ['pods'], verbs: ['delet' as 'delete'] },
  ];
  expect(() => roleOf({ rules })).toThrow(/^\[test\/OrderReader\] rules\[1\]\.verbs: .*; write "delete"$/);
});

test('fails when the name cannot be one', () => {
  expect(refusalOf(() => roleOf({ rules: [], name: 'a/b' }))).toBe(
    'InvalidName [test/OrderReader] name: invalid value "a/b": must not be "." or ".." and must not contain "/" or "%"',
  );
});
