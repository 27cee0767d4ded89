import { manifestField } from '../../kubernetes/manifest-field';
import { isBindingOfRoleRules, roleRuleAllows, roleRulesOfBinding } from '../../kubernetes/role-rules';
import type { Rule } from '../rule';

/** Nobody is given the right to read Secrets. */
export const accessToSecrets: Rule = {
  id: 'access-to-secrets',
  severity: 'info',
  level: 'strict',
  why: 'whoever gets hold of the account has every password of the namespace, or of the cluster',
  mend: 'take secrets out of the role, or mount the one that is needed',
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  examples: {
    bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: deployer, namespace: shop }
rules: [{ apiGroups: [''], resources: [secrets], verbs: [get] }]
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
rules: [{ apiGroups: [''], resources: [configmaps], verbs: [get] }]
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
          roleRuleAllows(rule, {
            group: '',
            resources: ['secrets'],
            verbs: ['get', 'list', 'watch', 'create', 'delete'],
          }),
        )
      )
        return [];
      const mend = 'take secrets out of the role, or mount the one that is needed';
      return [
        {
          object,
          field: 'roleRef.name',
          got: manifestField(object, 'roleRef.name'),
          rule: 'must not allow get, list, watch, create or delete on secrets',
          mend,
        },
      ];
    }),
};
