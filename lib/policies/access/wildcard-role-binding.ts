import { manifestField } from '../../kubernetes/manifest-field';
import { isBindingOfRoleRules, type RoleRule, roleRulesOfBinding } from '../../kubernetes/role-rules';
import type { Rule } from '../rule';

/** Nobody is given a role that may everything, whatever it is called. */
export const wildcardRoleBinding: Rule = {
  id: 'wildcard-role-binding',
  severity: 'warning',
  level: 'production',
  why: 'whoever gets hold of it owns the cluster or the namespace, and every Secret in it',
  mend: 'make a role of what is needed',
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  examples: {
    bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: deployer, namespace: shop }
rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: deployer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployer }
subjects: [{ kind: ServiceAccount, name: deployer, namespace: shop }]
`,
    good: `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: deployer, namespace: shop }
rules: [{ apiGroups: [apps], resources: ['*'], verbs: ['*'] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: deployer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployer }
subjects: [{ kind: ServiceAccount, name: deployer, namespace: shop }]
`,
  },
  check: (objects) =>
    objects.filter(isBindingOfRoleRules).flatMap((object) => {
      // the one that every cluster has is told of by its name
      if (manifestField(object, 'roleRef.name') === 'cluster-admin') return [];
      if (!roleRulesOfBinding(object, objects).some(allowsAll)) return [];
      const mend = 'make a role of what is needed';
      return [
        {
          object,
          field: 'roleRef.name',
          got: manifestField(object, 'roleRef.name'),
          rule: 'must not name a role that allows all verbs on all resources of all groups',
          mend,
        },
      ];
    }),
};

const VERBS = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];

function allowsAll({ apiGroups, resources, verbs }: RoleRule): boolean {
  const hasAllVerbs = verbs.includes('*') || VERBS.every((verb) => verbs.includes(verb));
  return apiGroups.includes('*') && resources.includes('*') && hasAllVerbs;
}
