import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';
import { withoutAccess } from '../cel/without-access';

/** Nobody may run commands in Pods, or reach kubelets past the API. */
export const execIntoPods = celRule({
  id: 'exec-into-pods',
  severity: 'warning',
  level: 'production',
  why: "who may do it has what the Pod has: its Secrets, its account, and by a kubelet's proxy every Pod of the node",
  mend: 'take pods/exec, pods/attach and nodes/proxy out, or give them for as long as they are needed',
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  about: [SUBJECT_KINDS.Role, SUBJECT_KINDS.ClusterRole],
  expression: withoutAccess({
    group: '',
    resources: ['pods/exec', 'pods/attach', 'nodes/proxy'],
    verbs: ['create', 'get'],
  }),
  field: 'rules',
  must: 'must not have create or get on pods/exec, pods/attach or nodes/proxy',
  examples: {
    bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: [''], resources: [pods/exec], verbs: [create] }
`,
    good: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: [''], resources: [pods, pods/log], verbs: [get, list] }
`,
  },
});
