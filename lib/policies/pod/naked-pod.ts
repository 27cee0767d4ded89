import { celRule } from '../cel/cel-rule';

/** Pods have somebody who makes them anew. */
export const nakedPod = celRule({
  id: 'naked-pod',
  severity: 'info',
  level: 'strict',
  why: 'one that stands alone is gone when its node is',
  mend: 'make it a Deployment, a StatefulSet, a DaemonSet or a Job',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/#working-with-pods',
  misconceptions: [
    {
      claim: 'A Pod that stands alone is gone for ever when its process crashes.',
      truth:
        'the kubelet starts the container again on the same node; gone it is when the node is lost or the Pod deleted',
      source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-lifetime',
    },
    {
      claim: 'The scheduler moves the Pods of a failed node to another one.',
      truth: 'a Pod that has a node keeps it; a controller makes a new Pod, and that one is scheduled',
      source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-lifetime',
    },
  ],
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
