import { celRule } from '../cel/cel-rule';

/**
 * Copies of a Pod avoid each other where it asks for that. One that carries the label with another value means to avoid
 * somebody else, and passes.
 */
export const antiAffinityItself = celRule({
  id: 'anti-affinity-itself',
  severity: 'info',
  level: 'baseline',
  why: 'it looks for labels that the Pod does not carry: copies of it land on one node all the same',
  mend: 'give the Pod the label that its podAntiAffinity looks for',
  source:
    'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
  misconceptions: [
    {
      claim: 'Preferred anti-affinity with weight 100 puts the replicas on different nodes.',
      truth: 'a preference is one score among others; and it is about Pods that carry the labels it looks for',
      source:
        'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
    },
    {
      claim: 'Pod affinity and anti-affinity are scores.',
      truth: 'required terms filter nodes, preferred ones score them',
      source:
        'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#types-of-inter-pod-affinity-and-anti-affinity',
    },
  ],
  about: 'pod',
  expression: `
    [variables.podSpec.?affinity.?podAntiAffinity.?requiredDuringSchedulingIgnoredDuringExecution.orValue([])
      + variables.podSpec.?affinity.?podAntiAffinity.?preferredDuringSchedulingIgnoredDuringExecution.orValue([])
        .map(one, one.podAffinityTerm)].all(terms,
      size(terms) == 0 || terms.exists(term,
        (size(term.?labelSelector.?matchLabels.orValue({})) == 0
          && !term.?labelSelector.?matchExpressions.orValue([]).exists(one, one.operator in ["In", "Exists"]))
        || term.?labelSelector.?matchLabels.orValue({}).exists(key, key in variables.podMetadata.?labels.orValue({}))
        || term.?labelSelector.?matchExpressions.orValue([]).exists(one,
          one.key in variables.podMetadata.?labels.orValue({}))))`,
  field: 'affinity.podAntiAffinity',
  must: 'must look for a label that the Pod itself carries',
  examples: {
    bad: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web, image: "web:1" }]
  affinity:
    podAntiAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        - { topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: web } } }
`,
    good: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  containers: [{ name: web, image: "web:1" }]
  affinity:
    podAntiAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        - { topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: web } } }
`,
  },
});
