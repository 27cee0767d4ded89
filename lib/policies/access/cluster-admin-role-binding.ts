import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** Nobody is given the role that may everything. */
export const clusterAdminRoleBinding = celRule({
  id: 'cluster-admin-role-binding',
  severity: 'warning',
  level: 'production',
  why: 'whoever gets hold of it owns the cluster, and every Secret in it',
  mend: 'make a role of what is needed',
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  about: [SUBJECT_KINDS.RoleBinding, SUBJECT_KINDS.ClusterRoleBinding],
  expression: `
    object.metadata.name.startsWith("system:") || object.metadata.name == "cluster-admin"
    || object.roleRef.name != "cluster-admin" || object.roleRef.kind != "ClusterRole"`,
  field: 'roleRef.name',
  must: 'must not be cluster-admin',
  examples: {
    bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
`,
    good: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
`,
  },
});
