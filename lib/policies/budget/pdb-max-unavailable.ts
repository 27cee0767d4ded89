import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** A disruption budget lets some Pod go. */
export const pdbMaxUnavailable = celRule({
  id: 'pdb-max-unavailable',
  severity: 'warning',
  level: 'production',
  why: 'no node with such a Pod can be drained, so none can be updated',
  mend: 'set maxUnavailable to 1 or more',
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  about: [SUBJECT_KINDS.PodDisruptionBudget],
  expression: `
    !has(object.spec) || !has(object.spec.maxUnavailable) || !(string(object.spec.maxUnavailable) in ["0", "0%"])`,
  field: 'spec.maxUnavailable',
  must: 'must be above 0',
  examples: {
    bad: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 0, selector: { matchLabels: { app: web } } }
`,
    good: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
`,
  },
});
