import { hasNetworkIsolation } from '../../kubernetes/network-isolation';
import { runningPods } from '../../kubernetes/running-pods';
import type { Rule } from '../rule';

/** NetworkPolicies say who may send requests to a Pod. One that lets nobody is one; what is not known of policies of a network plugin is taken to be well. */
export const nonIsolatedPod: Rule = {
  id: 'non-isolated-pod',
  severity: 'warning',
  level: 'production',
  why: 'any Pod of the cluster reaches it, those of others too',
  mend: 'define a NetworkPolicy with type Ingress for it, or one that denies all for the namespace',
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
spec: { podSelector: { matchLabels: { app: web } } }
`,
  },
  check: (objects) =>
    runningPods(objects)
      .filter((pods) => pods.spec.hostNetwork !== true && !hasNetworkIsolation(pods, 'Ingress', objects))
      .map(({ object, path, labels }) => {
        const field = path.replace(/spec$/, 'metadata.labels');
        const mend = 'define one that picks it, or one that denies all in the namespace';
        return { object, field, got: labels, rule: 'must be picked by a NetworkPolicy of type Ingress', mend };
      }),
};
