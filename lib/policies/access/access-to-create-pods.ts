import { manifestField } from '../../kubernetes/manifest-field';
import { isBindingOfRoleRules, roleRuleAllows, roleRulesOfBinding } from '../../kubernetes/role-rules';
import type { Rule } from '../rule';

/** Nobody is given the right to make Pods. */
export const accessToCreatePods: Rule = {
  id: 'access-to-create-pods',
  severity: 'info',
  level: 'strict',
  why: 'who makes a Pod reads any Secret of the namespace, and acts as any of its accounts',
  mend: 'give workloads to a deployment system, or take pods out of the role',
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  examples: {
    bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: deployer, namespace: shop }
rules: [{ apiGroups: [''], resources: [pods], verbs: [create] }]
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
rules: [{ apiGroups: [''], resources: [pods], verbs: [get] }]
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
      if (
        !roleRulesOfBinding(object, objects).some((rule) =>
          roleRuleAllows(rule, { group: '', resources: ['pods'], verbs: ['create'] }),
        )
      )
        return [];
      const mend = 'give workloads to a deployment system, or take pods out of the role';
      return [
        {
          object,
          field: 'roleRef.name',
          got: manifestField(object, 'roleRef.name'),
          rule: 'must not allow create on pods',
          mend,
        },
      ];
    }),
};
