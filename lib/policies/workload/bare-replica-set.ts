import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** A ReplicaSet is made by a Deployment, or by something else that replaces it. */
export const bareReplicaSet = celRule({
  id: 'bare-replica-set',
  severity: 'warning',
  level: 'baseline',
  why: 'it never replaces Pods that run: a new image is only for those that are made from then on',
  mend: 'make it a Deployment: nothing but the kind changes',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/#when-to-use-a-replicaset',
  misconceptions: [
    {
      claim: 'When the template of a ReplicaSet changes, its Pods are replaced step by step.',
      truth: 'the Pods that run stay as they are; only a Deployment rolls a change out',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/#isolating-pods-from-a-replicaset',
    },
  ],
  about: [SUBJECT_KINDS.ReplicaSet],
  expression: 'size(object.metadata.?ownerReferences.orValue([])) > 0',
  field: 'metadata.ownerReferences',
  must: 'must name what made it: a ReplicaSet that stands alone rolls no change out',
  examples: {
    bad: `
apiVersion: apps/v1
kind: ReplicaSet
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "web:1" }] } }
`,
    good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "web:1" }] } }
`,
  },
});
