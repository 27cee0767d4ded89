import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** Roles are given to accounts that somebody chose for a Pod. */
export const defaultAccountBinding = celRule({
  id: 'default-account-binding',
  severity: 'info',
  level: 'strict',
  why: 'the default account is that of every Pod of the namespace that names none: all of them get the role',
  mend: 'make a ServiceAccount for those who need the role, and bind it to that',
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  about: [SUBJECT_KINDS.RoleBinding, SUBJECT_KINDS.ClusterRoleBinding],
  expression: `
    !object.?subjects.orValue([]).exists(subject, subject.kind == "ServiceAccount" && subject.name == "default")`,
  field: 'subjects',
  must: 'must not name the account default',
  examples: {
    bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: web }
subjects: [{ kind: ServiceAccount, name: default, namespace: shop }]
`,
    good: `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: web }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
`,
  },
});
