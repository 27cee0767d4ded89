import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';
import { withoutAccess } from '../cel/without-access';

/** Nobody may write roles that allow more than they may themselves. */
export const escalateRoles = celRule({
  id: 'escalate-roles',
  severity: 'warning',
  level: 'production',
  why: 'the verb escalate switches off the check that keeps people from granting what they do not have',
  mend: 'take the verb escalate out',
  source:
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping',
  about: [SUBJECT_KINDS.Role, SUBJECT_KINDS.ClusterRole],
  expression: withoutAccess({
    group: 'rbac.authorization.k8s.io',
    resources: ['roles', 'clusterroles'],
    verbs: ['escalate'],
  }),
  field: 'rules',
  must: 'must not have escalate on roles or clusterroles',
  examples: {
    bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [escalate] }
`,
    good: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [create, get, update] }
`,
  },
});
