import { runningContainers, runningPods, runningPorts } from '../../kubernetes/running-pods';
import { serviceTargetPods, serviceTargets } from '../../kubernetes/service-targets';
import type { Rule } from '../rule';

/** A port that a Service leads to by name is one that its Pods declare by that name. */
export const targetPortName: Rule = {
  id: 'target-port-name',
  severity: 'error',
  level: 'baseline',
  why: 'the Service has no such port, and connections to it are refused',
  mend: 'declare the port by that name, or write its number',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  examples: {
    bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1", ports: [{ name: web, containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] }
`,
    good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1", ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] }
`,
  },
  check: (objects) => {
    const pods = runningPods(objects);
    return objects.flatMap((object) => {
      const picked = serviceTargetPods(object, pods);
      const declared = picked.flatMap(runningContainers).flatMap(runningPorts);
      return serviceTargets(object)
        .filter(({ targetPort }) => picked.length > 0 && typeof targetPort === 'string')
        .filter(({ targetPort, protocol }) => !declared.some((p) => p.name === targetPort && p.protocol === protocol))
        .map(({ field, targetPort, protocol }) => {
          const names = declared.flatMap(({ name }) => name ?? []).join(', ') || 'none';
          const rule = `must be the name of a ${protocol} port of its Pods, which have ${names}`;
          return {
            object,
            field: `${field}.targetPort`,
            got: targetPort,
            rule,
            mend: 'name one of them, or its number',
          };
        });
    });
  },
};
