import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** A quota of memory caps what Pods may use, not only what they ask for. */
export const quotaLimits = celRule({
  id: 'quota-limits',
  severity: 'info',
  level: 'baseline',
  why: 'cpu and memory are short for requests.cpu and requests.memory: what Pods use beyond their requests is not capped, and takes the memory of others',
  mend: 'call them requests.cpu and requests.memory, and add limits.memory, and limits.cpu where Pods are to have limits of CPU',
  source: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/#compute-resource-quota',
  misconceptions: [
    {
      claim: 'A ResourceQuota with cpu and memory caps what the namespace uses.',
      truth:
        'it caps the sum of the requests, and refuses Pods without; limits are capped by limits.cpu and limits.memory',
      source: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/#compute-resource-quota',
    },
    {
      claim: 'Once there is a LimitRange, Pods must set requests and limits.',
      truth: 'a LimitRange with defaults fills them in; it is a ResourceQuota of them that makes them mandatory',
      source: 'https://kubernetes.io/docs/concepts/policy/limit-range/',
    },
  ],
  about: [SUBJECT_KINDS.ResourceQuota],
  expression: `
    [dyn(object.spec).?hard.orValue({})].all(hard,
      !("memory" in hard || "requests.memory" in hard) || "limits.memory" in hard)`,
  field: 'spec.hard',
  must: 'must have limits.memory beside memory or requests.memory',
  examples: {
    bad: `
apiVersion: v1
kind: ResourceQuota
metadata: { name: shop, namespace: shop }
spec: { hard: { cpu: "2", memory: 2Gi } }
`,
    good: `
apiVersion: v1
kind: ResourceQuota
metadata: { name: shop, namespace: shop }
spec: { hard: { requests.cpu: "2", requests.memory: 2Gi, limits.memory: 4Gi } }
`,
  },
});
