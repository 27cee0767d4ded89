import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';
import { withoutAccess } from '../cel/without-access';

/** Nobody may act as somebody else. */
export const impersonateSubjects = celRule({
  id: 'impersonate-subjects',
  severity: 'warning',
  level: 'production',
  why: 'who may impersonate any group is in system:masters, which may everything',
  mend: 'take the verb impersonate out, or name whom in resourceNames of a rule of its own',
  source: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation',
  about: [SUBJECT_KINDS.Role, SUBJECT_KINDS.ClusterRole],
  expression: withoutAccess({ group: '', resources: ['users', 'groups', 'serviceaccounts'], verbs: ['impersonate'] }),
  field: 'rules',
  must: 'must not have impersonate on users, groups or serviceaccounts',
  examples: {
    bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: [''], resources: [groups], verbs: [impersonate] }
`,
    good: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: [''], resources: [serviceaccounts], verbs: [get] }
`,
  },
});
