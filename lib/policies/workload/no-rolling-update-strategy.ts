import { manifestField, manifestFieldList } from '../../kubernetes/manifest-field';
import { runningPods } from '../../kubernetes/running-pods';
import { serviceTargetPods } from '../../kubernetes/service-targets';
import type { Rule } from '../rule';

/** A Deployment that a Service sends requests to is updated Pod by Pod. One that mounts a claim may have to stop first. */
export const noRollingUpdateStrategy: Rule = {
  id: 'no-rolling-update-strategy',
  severity: 'info',
  level: 'production',
  why: 'with Recreate nobody answers from the end of the old Pods until the new ones are ready',
  mend: 'set strategy.type to RollingUpdate',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
  examples: {
    bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  strategy: { type: Recreate }
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
  strategy: { type: RollingUpdate }
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
  },
  check: (objects) =>
    runningPods(objects).flatMap((pods) => {
      const { object, spec } = pods;
      const got = manifestField(object, 'spec.strategy.type') ?? 'RollingUpdate';
      const hasClaim = manifestFieldList(spec, 'volumes').some((volume) =>
        manifestField(volume, 'persistentVolumeClaim'),
      );
      if (object.kind !== 'Deployment' || got === 'RollingUpdate' || hasClaim) return [];
      const service = objects.find((other) => serviceTargetPods(other, [pods]).length > 0);
      if (!service) return [];
      const rule = `must be RollingUpdate: the Service ${service.metadata.name} sends requests here`;
      return [{ object, field: 'spec.strategy.type', got, rule, mend: 'leave it out, or say RollingUpdate' }];
    }),
};
