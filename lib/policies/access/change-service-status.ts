import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';
import { withoutAccess } from '../cel/without-access';

/** Nobody may say where a load balancer stands. */
export const changeServiceStatus = celRule({
  id: 'change-service-status',
  severity: 'warning',
  level: 'production',
  why: "who writes status.loadBalancer of a Service gets other Pods' traffic to that address (CVE-2020-8554)",
  mend: 'take services/status out: only the controller of load balancers needs it',
  source: 'https://github.com/kubernetes/kubernetes/issues/97076',
  about: [SUBJECT_KINDS.Role, SUBJECT_KINDS.ClusterRole],
  expression: withoutAccess({ group: '', resources: ['services/status'], verbs: ['patch', 'update'] }),
  field: 'rules',
  must: 'must not have patch or update on services/status',
  examples: {
    bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: [''], resources: [services/status], verbs: [patch] }
`,
    good: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: [''], resources: [services], verbs: [patch] }
`,
  },
});
