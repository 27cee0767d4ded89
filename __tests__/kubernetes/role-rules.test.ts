import type { Manifest } from '../../lib/kubernetes/manifest';
import { isBindingOfRoleRules, roleRuleAllows, roleRulesOfBinding } from '../../lib/kubernetes/role-rules';

const RBAC = 'rbac.authorization.k8s.io/v1';
const role = (kind: string, rest: object, metadata: object = { name: 'deployer', namespace: 'shop' }): Manifest => ({
  apiVersion: RBAC,
  kind,
  metadata,
  ...rest,
});
const binding = (roleRef: object, name = 'deployer'): Manifest => ({
  apiVersion: RBAC,
  kind: 'RoleBinding',
  metadata: { name, namespace: 'shop' },
  roleRef,
});
const every = { resourceNames: [], nonResourceURLs: [] };
const rule = { apiGroups: [''], resources: ['pods'], verbs: ['get'], ...every };
const other = { apiGroups: ['apps'], resources: ['*'], verbs: ['*'], ...every };

test.each`
  what                                  | roleRef                                      | objects                                                           | rules
  ${'a Role of the namespace'}          | ${{ kind: 'Role', name: 'deployer' }}        | ${[role('Role', { rules: [rule] })]}                              | ${[rule]}
  ${'a Role of another namespace'}      | ${{ kind: 'Role', name: 'deployer' }}        | ${[role('Role', { rules: [rule] }, { name: 'deployer' })]}        | ${[]}
  ${'a ClusterRole'}                    | ${{ kind: 'ClusterRole', name: 'deployer' }} | ${[role('ClusterRole', { rules: [rule] }, { name: 'deployer' })]} | ${[rule]}
  ${'a ClusterRole called as the Role'} | ${{ kind: 'Role', name: 'deployer' }}        | ${[role('ClusterRole', { rules: [rule] })]}                       | ${[]}
  ${'a role without rules'}             | ${{ kind: 'Role', name: 'deployer' }}        | ${[role('Role', { rules: null })]}                                | ${[]}
`('rules of $what: $rules', ({ roleRef, objects, rules }) => {
  expect(roleRulesOfBinding(binding(roleRef), objects)).toEqual(rules);
});

test('a ClusterRole has the rules of those that it gathers', () => {
  const gathers = role('ClusterRole', { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { to: 'all' } }] } });
  const gathered = role('ClusterRole', { rules: [other] }, { name: 'more', labels: { to: 'all' } });
  const left = role('ClusterRole', { rules: [rule] }, { name: 'less', labels: { to: 'none' } });
  const roleRef = { kind: 'ClusterRole', name: 'deployer' };
  expect(roleRulesOfBinding(binding(roleRef), [gathers, gathered, left])).toEqual([other]);
});

test.each(['cluster-admin', 'admin', 'edit'])('%s is in every cluster', (name) => {
  expect(roleRulesOfBinding(binding({ kind: 'ClusterRole', name }), [])).not.toEqual([]);
  expect(roleRulesOfBinding(binding({ kind: 'Role', name }), [])).toEqual([]);
});

test.each`
  has                                                                 | allows
  ${{ apiGroups: [''], resources: ['pods/exec'], verbs: ['create'] }} | ${true}
  ${{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }}             | ${true}
  ${{ apiGroups: [''], resources: ['*/exec'], verbs: ['create'] }}    | ${true}
  ${{ apiGroups: [''], resources: ['pods'], verbs: ['create'] }}      | ${false}
  ${{ apiGroups: [''], resources: ['pods/*'], verbs: ['create'] }}    | ${false}
  ${{ apiGroups: ['apps'], resources: ['*'], verbs: ['create'] }}     | ${false}
  ${{ apiGroups: [''], resources: ['pods/exec'], verbs: ['list'] }}   | ${false}
`('$has allows commands in Pods: $allows', ({ has, allows }) => {
  expect(roleRuleAllows(has, { group: '', resources: ['pods/exec'], verbs: ['create', 'get'] })).toBe(allows);
});

test.each`
  name               | gives
  ${'deployer'}      | ${true}
  ${'system:node'}   | ${false}
  ${'cluster-admin'} | ${false}
`('the binding $name gives a role to somebody: $gives', ({ name, gives }) => {
  expect(isBindingOfRoleRules(binding({}, name))).toBe(gives);
});
