import { configReferences } from '../../kubernetes/config-references';
import { grouped } from '../../kubernetes/grouped';
import { heldConfigs } from '../../kubernetes/held-config';
import { runningPods } from '../../kubernetes/running-pods';
import type { Rule } from '../rule';

/** A key that a Pod needs is in the ConfigMap or Secret. Of those that are not among the objects nothing is said. */
export const configKey: Rule = {
  id: 'config-key',
  severity: 'error',
  level: 'baseline',
  why: 'the container does not start, and says so only in its events',
  mend: 'name a key that is there, or add it',
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
    spec: { containers: [{ name: web, image: "web:1", env: [{ name: PORT, valueFrom: { configMapKeyRef: { name: web, key: prot } } }] }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
data: { port: "80" }
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
    const held = grouped(heldConfigs(objects), (config) => `${config.kind} ${config.namespace}/${config.name}`);
    return runningPods(objects).flatMap(({ object, namespace, ...pod }) =>
      configReferences(pod).flatMap(({ field, kind, name, key }) => {
        const config = held.get(`${kind} ${namespace}/${name}`)?.[0];
        if (key === undefined || config?.keys === undefined || config.keys.has(key)) return [];
        const rule = `must be a key of the ${kind} ${name}, which has ${[...config.keys].join(', ') || 'none'}`;
        return [{ object, field, got: key, rule, mend: 'name one of them, or add it there' }];
      }),
    );
  },
};
