import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';
import { withoutAccess } from '../cel/without-access';

/** Nobody may change what API requests are sent to. */
export const controlAdmissionWebhooks = celRule({
  id: 'control-admission-webhooks',
  severity: 'warning',
  level: 'production',
  why: 'a webhook sees every object that is written, Secrets included, and can change it',
  mend: 'leave webhook configurations to whoever installs the cluster',
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  about: [SUBJECT_KINDS.Role, SUBJECT_KINDS.ClusterRole],
  expression: withoutAccess({
    group: 'admissionregistration.k8s.io',
    resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
    verbs: ['create', 'patch', 'update'],
  }),
  field: 'rules',
  must: 'must not have create, patch or update on webhook configurations',
  examples: {
    bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: [admissionregistration.k8s.io], resources: [mutatingwebhookconfigurations], verbs: [create] }
`,
    good: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: [admissionregistration.k8s.io], resources: [mutatingwebhookconfigurations], verbs: [get] }
`,
  },
});
