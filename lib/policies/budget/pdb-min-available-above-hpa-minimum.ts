import { budgetedPods, isPodBudget } from '../../kubernetes/budgeted-pods';
import { manifestField } from '../../kubernetes/manifest-field';
import { scaleTargetsThatAre } from '../../kubernetes/scale-target';
import type { Rule } from '../rule';

/** An autoscaler leaves as many Pods as the disruption budget wants. */
export const pdbMinAvailableAboveHpaMinimum: Rule = {
  id: 'pdb-min-available-above-hpa-minimum',
  severity: 'warning',
  level: 'production',
  why: 'whenever there is little to do no node with such a Pod can be drained',
  mend: 'raise minReplicas above minAvailable, or set maxUnavailable in its place',
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
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
spec: { minReplicas: 2, maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { minAvailable: 3, selector: { matchLabels: { app: web } } }
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
spec: { minReplicas: 4, maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { minAvailable: 3, selector: { matchLabels: { app: web } } }
`,
  },
  check: (objects) =>
    objects.filter(isPodBudget).flatMap((object) => {
      const got = manifestField(object, 'spec.minAvailable');
      if (typeof got !== 'number') return [];
      const scalers = budgetedPods(object, objects).flatMap((target) => scaleTargetsThatAre(target, objects));
      return scalers
        .filter(({ minReplicas }) => minReplicas !== undefined && minReplicas < got)
        .map(({ scaler, minReplicas }) => {
          const rule = `must be at most minReplicas of ${scaler.kind} ${scaler.metadata.name} (${minReplicas})`;
          const mend = 'raise minReplicas above it, or set maxUnavailable in its place';
          return { object, field: 'spec.minAvailable', got, rule, mend };
        });
    }),
};
