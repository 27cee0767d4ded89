import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';
import { withoutAccess } from '../cel/without-access';

/** Nobody may approve certificates. */
export const approveCertificateRequests = celRule({
  id: 'approve-certificate-requests',
  severity: 'warning',
  level: 'production',
  why: 'a certificate says who somebody is to the API server: an approver can make one for anybody, even a node',
  mend: 'take the verb approve of signers out, or the update of certificatesigningrequests/approval',
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  about: [SUBJECT_KINDS.Role, SUBJECT_KINDS.ClusterRole],
  expression: withoutAccess(
    {
      group: 'certificates.k8s.io',
      resources: ['certificatesigningrequests/approval'],
      verbs: ['patch', 'update'],
    },
    { group: 'certificates.k8s.io', resources: ['signers'], verbs: ['approve'] },
  ),
  field: 'rules',
  must: 'must not have both approve on signers and update on certificatesigningrequests/approval',
  examples: {
    bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: [certificates.k8s.io], resources: [certificatesigningrequests/approval, signers], verbs: [approve, update] }
`,
    good: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: [certificates.k8s.io], resources: [certificatesigningrequests], verbs: [create, get] }
`,
  },
});
