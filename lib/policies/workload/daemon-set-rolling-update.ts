import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** A DaemonSet replaces a Pod either before or after the old one is gone: maxUnavailable is 1 unless it says otherwise. */
export const daemonSetRollingUpdate = celRule({
  id: 'daemon-set-rolling-update',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses both, and neither: there is one Pod a node, and it is replaced in one of two ways',
  mend: 'write maxUnavailable alone, or maxSurge together with maxUnavailable: 0',
  source: 'https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/#daemonset-update-strategy',
  misconceptions: [
    {
      claim: 'A DaemonSet may have maxUnavailable 1 and maxSurge 1 together.',
      truth: 'one of the two must be 0: either the old Pod of a node goes first, or the new one comes first',
      source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/daemon-set-v1/#DaemonSetSpec',
    },
    {
      claim: 'OnDelete is the default update strategy of a DaemonSet.',
      truth: 'RollingUpdate is, in apps/v1',
      source: 'https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/#daemonset-update-strategy',
    },
    {
      claim: 'A DaemonSet keeps no history and cannot be rolled back.',
      truth: 'kubectl rollout history, status and undo work for it; its revisions are ControllerRevisions',
      source: 'https://kubernetes.io/docs/tasks/manage-daemon/rollback-daemon-set/',
    },
  ],
  about: [SUBJECT_KINDS.DaemonSet],
  expression: `
    !has(object.spec.updateStrategy) || !has(object.spec.updateStrategy.rollingUpdate)
    || [object.spec.updateStrategy.rollingUpdate].all(update,
      (string(update.?maxUnavailable.orValue(1)) in ["0", "0%"]) != (string(update.?maxSurge.orValue(0)) in ["0", "0%"]))`,
  field: 'spec.updateStrategy.rollingUpdate',
  must: 'must have one of maxUnavailable and maxSurge, and 0 for the other',
  examples: {
    bad: `
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: shop }
spec:
  selector: { matchLabels: { app: agent } }
  updateStrategy: { rollingUpdate: { maxUnavailable: 1, maxSurge: 1 } }
  template:
    metadata: { labels: { app: agent } }
    spec: { containers: [{ name: agent, image: "agent:1" }] }
`,
    good: `
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: shop }
spec:
  selector: { matchLabels: { app: agent } }
  updateStrategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } }
  template:
    metadata: { labels: { app: agent } }
    spec: { containers: [{ name: agent, image: "agent:1" }] }
`,
  },
});
