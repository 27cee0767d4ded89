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
