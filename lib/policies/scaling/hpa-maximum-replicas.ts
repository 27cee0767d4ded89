import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** An autoscaler can add Pods. */
export const hpaMaximumReplicas = celRule({
  id: 'hpa-maximum-replicas',
  severity: 'info',
  level: 'production',
  why: 'one whose bounds are the same never changes anything',
  mend: 'raise maxReplicas, or set replicas of the workload and leave the autoscaler out',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  about: [SUBJECT_KINDS.HorizontalPodAutoscaler],
  expression: `
    object.spec.maxReplicas != object.spec.?minReplicas.orValue(1)`,
  field: 'spec.maxReplicas',
  must: 'must be above minReplicas',
  examples: {
    bad: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { minReplicas: 3, maxReplicas: 3, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
`,
    good: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
`,
  },
});
