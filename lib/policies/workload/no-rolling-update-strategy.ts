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
  misconceptions: [
    {
      claim: 'The strategies of a Deployment are Recreate and Rolling.',
      truth: 'the other one is called RollingUpdate',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
    },
    {
      claim: 'The strategy Recreate is set in the specification of the Pod.',
      truth: 'it is spec.strategy.type of the Deployment',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
    },
    {
      claim: 'A Deployment whose new Pods do not start is paused until it gets another image.',
      truth:
        'it stands still, and after progressDeadlineSeconds says so in its conditions; paused is what spec.paused does',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#failed-deployment',
    },
  ],
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
