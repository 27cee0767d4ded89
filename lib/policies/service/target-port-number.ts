import { runningContainers, runningPods, runningPorts } from '../../kubernetes/running-pods';
import { serviceTargetPods, serviceTargets } from '../../kubernetes/service-targets';
import type { Rule } from '../rule';

/** A port that a Service leads to by number is declared by its Pods, where they declare any. */
export const targetPortNumber: Rule = {
  id: 'target-port-number',
  severity: 'warning',
  level: 'production',
  why: 'where the Pods say what they listen on and this is not it, connections are refused',
  mend: 'write the port that the Pods declare, or declare this one',
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
    spec: { containers: [{ name: web, image: "web:1", ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
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
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }
`,
  },
  check: (objects) => {
    const pods = runningPods(objects);
    return objects.flatMap((object) => {
      const declared = serviceTargetPods(object, pods).flatMap(runningContainers).flatMap(runningPorts);
      return serviceTargets(object)
        .filter(({ targetPort }) => declared.length > 0 && typeof targetPort === 'number')
        .filter(({ targetPort, protocol }) => !declared.some((p) => p.number === targetPort && p.protocol === protocol))
        .map(({ field, targetPort, protocol }) => {
          const rule = `must be a ${protocol} port of its Pods, which have ${declared.map(({ number }) => number).join(', ')}`;
          return {
            object,
            field: `${field}.targetPort`,
            got: targetPort,
            rule,
            mend: 'write one of them, or declare it',
          };
        });
    });
  },
};
