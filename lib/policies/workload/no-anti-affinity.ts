import { celRule } from '../cel/cel-rule';

/** Replicas are spread, by any means, over more than one node. */
export const noAntiAffinity = celRule({
  id: 'no-anti-affinity',
  severity: 'warning',
  level: 'production',
  why: 'all of them can stand on one node, and are gone with it',
  mend: 'set topologySpreadConstraints or a podAntiAffinity on kubernetes.io/hostname',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  about: [
    { apiVersion: 'apps/v1', kind: 'Deployment', resource: 'deployments' },
    { apiVersion: 'apps/v1', kind: 'StatefulSet', resource: 'statefulsets' },
  ],
  expression: `
    object.spec.?replicas.orValue(1) < 2
    || size(object.spec.template.spec.?topologySpreadConstraints.orValue([])) > 0
    || object.spec.template.spec.?affinity.?podAntiAffinity.?requiredDuringSchedulingIgnoredDuringExecution.orValue([])
        .exists(term, size(term.?namespaces.orValue([])) == 0 || has(term.namespaceSelector)
          || dyn(object.metadata).?namespace.orValue("") in term.namespaces)
    || object.spec.template.spec.?affinity.?podAntiAffinity.?preferredDuringSchedulingIgnoredDuringExecution.orValue([])
        .exists(term, size(term.podAffinityTerm.?namespaces.orValue([])) == 0 || has(term.podAffinityTerm.namespaceSelector)
          || dyn(object.metadata).?namespace.orValue("") in term.podAffinityTerm.namespaces)`,
  field: 'spec.template.spec.affinity.podAntiAffinity',
  must: 'must be set where there are replicas, or topologySpreadConstraints',
  examples: {
    bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "web:1" }]
`,
    good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "web:1" }]
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector: { matchLabels: { app: web } }
`,
  },
});
