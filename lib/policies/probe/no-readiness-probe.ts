import type { Manifest } from '../../kubernetes/manifest';
import { manifestField } from '../../kubernetes/manifest-field';
import { type RunningPods, runningContainers, runningPods, runningPorts } from '../../kubernetes/running-pods';
import { serviceTargetPods, serviceTargets } from '../../kubernetes/service-targets';
import type { Rule } from '../rule';

/** Pods that a Service sends requests to say when they are ready for them. */
export const noReadinessProbe: Rule = {
  id: 'no-readiness-probe',
  severity: 'warning',
  level: 'production',
  why: 'a Pod gets requests while it starts, and goes on getting them when it cannot answer',
  mend: 'set readinessProbe of the container that answers',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
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
    spec: { containers: [{ name: web, image: "web:1", readinessProbe: { httpGet: { port: 80 } } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`,
  },
  check: (objects) => {
    const pods = runningPods(objects).filter(({ object }) => !ENDING.has(object.kind));
    // a Service that takes Pods as they are asks for no probe
    const services = objects.filter((object) => manifestField(object, 'spec.publishNotReadyAddresses') !== true);
    return pods.flatMap((one) => {
      const asking = services.filter((service) => serviceTargetPods(service, [one]).length > 0);
      return unready(one, asking).map((path) => {
        const mend = 'set it to what answers once requests can be served';
        const rule = `must be set: the Service ${asking[0]?.metadata.name} sends requests here`;
        return { object: one.object, field: `${path}.readinessProbe`, got: undefined, rule, mend };
      });
    });
  },
};

/** Kinds whose Pods end: a Service over them is for their names. */
const ENDING: ReadonlySet<string> = new Set(['Job', 'CronJob']);

/** Containers without a probe that answer; all, where no port says which, unless one of them has a probe. */
function unready(pods: RunningPods, services: readonly Manifest[]): string[] {
  if (services.length === 0) return [];
  const asked = new Set(services.flatMap(serviceTargets).map(({ targetPort }) => targetPort));
  const containers = runningContainers(pods);
  const answering = containers.filter((one) =>
    runningPorts(one).some(({ name, number }) => asked.has(name) || asked.has(number)),
  );
  const hasProbe = ({ container }: (typeof containers)[number]) =>
    manifestField(container, 'readinessProbe') !== undefined;
  if (answering.length === 0 && containers.some(hasProbe)) return [];
  return (answering.length > 0 ? answering : containers).filter((one) => !hasProbe(one)).map(({ path }) => path);
}
