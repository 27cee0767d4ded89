import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** A disruption budget says how much it keeps. */
export const pdbBounds = celRule({
  id: 'pdb-bounds',
  severity: 'error',
  level: 'baseline',
  why: 'one that says nothing keeps nothing, and one that says both is refused',
  mend: 'set one of minAvailable and maxUnavailable',
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  about: [SUBJECT_KINDS.PodDisruptionBudget],
  expression: `
    has(object.spec.minAvailable) != has(object.spec.maxUnavailable)`,
  field: 'spec',
  must: 'must have one of minAvailable and maxUnavailable',
  examples: {
    bad: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { unhealthyPodEvictionPolicy: AlwaysAllow, selector: { matchLabels: { app: web } } }
`,
    good: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
`,
  },
});
