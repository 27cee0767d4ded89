import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** Nobody is given a role without saying who they are. */
export const anonymousBinding = celRule({
  id: 'anonymous-binding',
  severity: 'error',
  level: 'baseline',
  why: 'everybody who reaches the API server has it',
  mend: 'name users, groups or service accounts',
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  about: [SUBJECT_KINDS.RoleBinding, SUBJECT_KINDS.ClusterRoleBinding],
  parameters: {
    publicRoles: {
      meaning: 'Roles that anybody may have: those that Kubernetes and kubeadm give away themselves, or document so.',
      standard: [
        'kubeadm:bootstrap-signer-clusterinfo',
        'system:public-info-viewer',
        'system:service-account-issuer-discovery',
      ],
    },
  },
  expression: `
    !object.?subjects.orValue([]).exists(subject, subject.name in ["system:anonymous", "system:unauthenticated"])
    || object.roleRef.name in variables.publicRoles`,
  field: 'subjects',
  must: 'must not name system:anonymous or system:unauthenticated',
  examples: {
    bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:unauthenticated" }]
`,
    good: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "system:service-account-issuer-discovery" }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:unauthenticated" }]
`,
  },
});
