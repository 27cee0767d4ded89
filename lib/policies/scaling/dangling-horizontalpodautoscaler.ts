import { grouped } from '../../kubernetes/grouped';
import { isScaleTarget, scaleTargetOf } from '../../kubernetes/scale-target';
import type { Rule } from '../rule';

/** What an autoscaler scales is there. Where no object of the kind is among the objects, they come from elsewhere, and nothing is said. */
export const danglingHorizontalpodautoscaler: Rule = {
  id: 'dangling-horizontalpodautoscaler',
  severity: 'warning',
  level: 'baseline',
  why: 'an autoscaler of nothing says so in its events only, and whatever was meant is not scaled',
  mend: 'give the kind, name and apiVersion of a workload of the same namespace',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
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
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api } }
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
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
`,
  },
  check: (objects) => {
    const kinds = grouped(objects, ({ kind }) => kind);
    const named = grouped(objects, ({ kind, metadata }) => `${kind} ${metadata.name}`);
    return objects.flatMap((object) => {
      const target = scaleTargetOf(object);
      if (!target || !kinds.has(target.kind)) return [];
      if (named.get(`${target.kind} ${target.name}`)?.some((other) => isScaleTarget(target, other))) return [];
      const rule = `must name a ${target.kind} of the namespace ${target.namespace}`;
      return [{ object, field: 'spec.scaleTargetRef.name', got: target.name, rule, mend: 'name one that is there' }];
    });
  },
};
