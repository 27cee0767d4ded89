import { celRule } from '../cel/cel-rule';

/** Replicas are spread evenly. */
export const topologySpreadConstraint = celRule({
  id: 'topology-spread-constraint',
  severity: 'info',
  level: 'strict',
  why: 'anti-affinity keeps two apart, but leaves one zone with nearly all',
  mend: 'set topologySpreadConstraints',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  about: [
    { apiVersion: 'apps/v1', kind: 'Deployment', resource: 'deployments' },
    { apiVersion: 'apps/v1', kind: 'StatefulSet', resource: 'statefulsets' },
  ],
  expression:
    'object.spec.?replicas.orValue(1) < 2 || size(object.spec.template.spec.?topologySpreadConstraints.orValue([])) > 0',
  field: 'spec.template.spec.topologySpreadConstraints',
  must: 'must be set where there are replicas',
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
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector: { matchLabels: { app: web } }
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
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: { app: web } }
`,
  },
});
