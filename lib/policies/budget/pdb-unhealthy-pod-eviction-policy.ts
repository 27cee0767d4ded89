import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** A disruption budget says what becomes of Pods that are not ready. */
export const pdbUnhealthyPodEvictionPolicy = celRule({
  id: 'pdb-unhealthy-pod-eviction-policy',
  severity: 'info',
  level: 'production',
  why: 'by default one that crashes again and again cannot be evicted while the others are not all ready, and its node is not drained',
  mend: 'set unhealthyPodEvictionPolicy to AlwaysAllow',
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy',
  about: [SUBJECT_KINDS.PodDisruptionBudget],
  expression: `
    has(object.spec.unhealthyPodEvictionPolicy)`,
  field: 'spec.unhealthyPodEvictionPolicy',
  must: 'must be set',
  fix: ({ field }) => [{ field, value: 'AlwaysAllow' }],
  examples: {
    bad: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
`,
    good: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: AlwaysAllow, selector: { matchLabels: { app: web } } }
`,
  },
});
