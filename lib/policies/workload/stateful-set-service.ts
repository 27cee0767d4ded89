import type { Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldText } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { type RunningPods, runningPods } from '../../kubernetes/running-pods';
import { serviceTargetPods } from '../../kubernetes/service-targets';
import type { Rule } from '../rule';

/** The Service that a StatefulSet names is there, without an address of its own, and picks its Pods. Where no Service is among the objects, they come from elsewhere, and only a missing name is told. */
export const statefulSetService: Rule = {
  id: 'stateful-set-service',
  severity: 'warning',
  level: 'baseline',
  why: 'without it the Pods have no names in DNS, which is what they are a StatefulSet for',
  mend: 'define a Service with clusterIP None and the labels of the Pods, and name it in serviceName',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
  misconceptions: [
    {
      claim: 'podManagementPolicy: Parallel updates the Pods of a StatefulSet all at once.',
      truth: 'it makes and deletes them at once; an update still takes one after the other',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#parallel-pod-management',
    },
  ],
  examples: {
    bad: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: "db:1" }] }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { type: ClusterIP, selector: { app: db }, ports: [{ port: 5432 }] }
`,
    good: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: "db:1" }] }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { clusterIP: None, selector: { app: db }, ports: [{ port: 5432 }] }
`,
  },
  check: (objects) =>
    runningPods(objects)
      .filter(({ object }) => object.kind === 'StatefulSet')
      .flatMap((pods) => {
        const got = manifestFieldText(pods.object, 'spec.serviceName');
        const rule = serviceProblem(got, pods, objects);
        const mend = 'define a Service with clusterIP None that picks the Pods';
        return rule ? [{ object: pods.object, field: 'spec.serviceName', got, rule, mend }] : [];
      }),
};

function serviceProblem(name: string | undefined, pods: RunningPods, objects: readonly Manifest[]): string | undefined {
  if (name === undefined) return 'must name a Service';
  const services = objects.filter(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'Service');
  if (services.length === 0) return undefined;
  const service = services.find((one) => one.metadata.name === name && namespaceOf(one) === pods.namespace);
  if (!service) return `must name a Service of the namespace ${pods.namespace}`;
  if (manifestField(service, 'spec.clusterIP') !== 'None') return 'must name a Service whose clusterIP is None';
  return serviceTargetPods(service, [pods]).length > 0 ? undefined : 'must name a Service that picks its Pods';
}
