import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** An autoscaler leaves more than one Pod. */
export const hpaMinimumReplicas = celRule({
  id: 'hpa-minimum-replicas',
  severity: 'info',
  level: 'production',
  why: 'when nothing is to be done there is one, and it is gone with its node',
  mend: 'raise minReplicas',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  about: [SUBJECT_KINDS.HorizontalPodAutoscaler],
  parameters: { hpaMinimumReplicas: { meaning: 'Fewest replicas that an autoscaler may go down to.', standard: 2 } },
  expression: `
    object.spec.?minReplicas.orValue(1) >= variables.hpaMinimumReplicas`,
  field: 'spec.minReplicas',
  must: 'must be at least hpaMinimumReplicas, which is 2 unless the cluster sets it',
  examples: {
    bad: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { minReplicas: 1, maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
`,
    good: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
`,
  },
});
