import { manifestField } from '../../kubernetes/manifest-field';
import { scaleTargetsThatAre } from '../../kubernetes/scale-target';
import type { Rule } from '../rule';

/** What an autoscaler scales says no number of replicas itself. */
export const hpaTargetFixedReplicas: Rule = {
  id: 'hpa-target-fixed-replicas',
  severity: 'error',
  level: 'baseline',
  why: 'each apply resets the count that the autoscaler chose',
  mend: 'take spec.replicas out of what is scaled',
  source:
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
  examples: {
    bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
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
  check: (objects) =>
    objects.flatMap((object) => {
      const got = manifestField(object, 'spec.replicas');
      const [target] = got === undefined || got === null ? [] : scaleTargetsThatAre(object, objects);
      if (!target) return [];
      const rule = `must not be set: ${target.scaler.kind} ${target.scaler.metadata.name} sets it`;
      return [{ object, field: 'spec.replicas', got, rule, mend: 'take it out' }];
    }),
};
