import { celRule } from '../cel/cel-rule';

/** Pods have somebody who makes them anew. */
export const nakedPod = celRule({
  id: 'naked-pod',
  severity: 'info',
  level: 'strict',
  why: 'one that stands alone is gone when its node is',
  mend: 'make it a Deployment, a StatefulSet, a DaemonSet or a Job',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/#working-with-pods',
  about: [{ apiVersion: 'v1', kind: 'Pod', resource: 'pods' }],
  expression: 'size(object.metadata.?ownerReferences.orValue([])) > 0',
  field: 'metadata.ownerReferences',
  must: 'must name the workload that made it',
  examples: {
    bad: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "web:1" }] }
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
