import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** An autoscaler has room between its bounds, or stands still between them. */
export const hpaBounds = celRule({
  id: 'hpa-bounds',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses the object, and nothing of it comes to be',
  mend: 'set maxReplicas to minReplicas or more',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  misconceptions: [
    {
      claim: 'An autoscaler waits 3 minutes before it scales up again, and 5 before it scales down.',
      truth:
        'in autoscaling/v2 it scales up at once, and down to the highest count that it wanted in the last 5 minutes; behavior sets both',
      source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#stabilization-window',
    },
    {
      claim: 'With selectPolicy: Max, a policy of 5 Pods each 30 seconds adds 5 at most.',
      truth: 'the larger of the policies counts: it is 5 at least; Min takes the smaller one',
      source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#scaling-policies',
    },
    {
      claim: 'An autoscaler scales Deployments and ReplicaSets.',
      truth: 'it scales whatever has a scale subresource, a StatefulSet or a custom resource too',
      source:
        'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#how-does-a-horizontalpodautoscaler-work',
    },
    {
      claim: 'averageUtilization: 50 is a share of the CPU of the node, or a limit that is not passed.',
      truth: 'it is the average share of what the Pods request that the autoscaler steers to',
      source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details',
    },
  ],
  about: [SUBJECT_KINDS.HorizontalPodAutoscaler],
  expression: `
    object.spec.maxReplicas >= object.spec.?minReplicas.orValue(1)`,
  field: 'spec.maxReplicas',
  must: 'must be at least minReplicas',
  examples: {
    bad: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { minReplicas: 5, maxReplicas: 3, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
`,
    good: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
`,
  },
});
