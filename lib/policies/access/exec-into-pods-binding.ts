import { manifestField } from '../../kubernetes/manifest-field';
import { isBindingOfRoleRules, roleRuleAllows, roleRulesOfBinding } from '../../kubernetes/role-rules';
import type { Rule } from '../rule';

/** Nobody is given the right to run commands in Pods. */
export const execIntoPodsBinding: Rule = {
  id: 'exec-into-pods-binding',
  severity: 'info',
  level: 'strict',
  why: 'who may do it has what the Pod has: its Secrets, its account, its connections',
  mend: 'take pods/exec and pods/attach out of the role, or bind it for as long as it is needed',
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  examples: {
    bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: deployer, namespace: shop }
rules: [{ apiGroups: [''], resources: [pods/exec], verbs: [create] }]
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
rules: [{ apiGroups: [''], resources: [pods/log], verbs: [get] }]
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
            resources: ['pods/exec', 'pods/attach', 'nodes/proxy'],
            verbs: ['create', 'get'],
          }),
        )
      )
        return [];
      const mend = 'take pods/exec and pods/attach out of the role, or bind it for as long as it is needed';
      return [
        {
          object,
          field: 'roleRef.name',
          got: manifestField(object, 'roleRef.name'),
          rule: 'must not allow create or get on pods/exec, pods/attach or nodes/proxy',
          mend,
        },
      ];
    }),
};
