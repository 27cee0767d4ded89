import { hasNetworkIsolation } from '../../kubernetes/network-isolation';
import { runningPods } from '../../kubernetes/running-pods';
import type { Rule } from '../rule';

/** NetworkPolicies say whom a Pod may send requests to. */
export const openEgress: Rule = {
  id: 'open-egress',
  severity: 'info',
  level: 'strict',
  why: 'whoever gets into it reaches whatever the cluster reaches, and sends data where they like',
  mend: 'define a NetworkPolicy with type Egress for it, or one that denies all for the namespace',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  examples: {
    bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1" }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: {} }
`,
    good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1" }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress, Egress] }
`,
  },
  check: (objects) =>
    runningPods(objects)
      .filter((pods) => pods.spec.hostNetwork !== true && !hasNetworkIsolation(pods, 'Egress', objects))
      .map(({ object, path, labels }) => {
        const field = path.replace(/spec$/, 'metadata.labels');
        const mend = 'define one that picks it, or one that denies all in the namespace';
        return { object, field, got: labels, rule: 'must be picked by a NetworkPolicy of type Egress', mend };
      }),
};
