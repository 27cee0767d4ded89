import { configReferences } from '../../kubernetes/config-references';
import { heldConfigs, isHeldConfigOfCluster } from '../../kubernetes/held-config';
import { runningPods } from '../../kubernetes/running-pods';
import type { Rule } from '../rule';

/** ConfigMaps and Secrets that a Pod needs are among the objects, or made of one of them. */
export const envValueFrom: Rule = {
  id: 'env-value-from',
  severity: 'info',
  level: 'production',
  why: 'a Pod does not start without; but Secrets are often put there by somebody else',
  mend: 'define it, or have an ExternalSecret or a SealedSecret make it',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/#restrictions',
  examples: {
    bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1", env: [{ name: PORT, valueFrom: { configMapKeyRef: { name: web, key: port } } }] }] }
`,
    good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1", env: [{ name: PORT, valueFrom: { configMapKeyRef: { name: web, key: port } } }] }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
data: { port: "80" }
`,
  },
  check: (objects) => {
    const held = new Set(heldConfigs(objects).map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`));
    return runningPods(objects).flatMap(({ object, namespace, ...pod }) =>
      configReferences(pod)
        .filter((config) => !held.has(`${config.kind} ${namespace}/${config.name}`) && !isHeldConfigOfCluster(config))
        .map(({ field, kind, name }) => {
          const rule = `must name a ${kind} of the namespace ${namespace}`;
          return { object, field, got: name, rule, mend: `define the ${kind}, or say optional: true` };
        }),
    );
  },
};
