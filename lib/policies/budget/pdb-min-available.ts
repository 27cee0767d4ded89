import { budgetedPodCount, isPodBudget } from '../../kubernetes/budgeted-pods';
import { disruptionsAllowed } from '../../kubernetes/disruptions-allowed';
import { manifestField } from '../../kubernetes/manifest-field';
import { type PercentOrCount, percentOrCountProblem } from '../../kubernetes/percent-or-count';
import type { Rule } from '../rule';
import { pdbMinAvailableAboveHpaMinimum } from './pdb-min-available-above-hpa-minimum';

/** A disruption budget lets a Pod go when all of them run. What an autoscaler leaves below minAvailable is told by another rule. */
export const pdbMinAvailable: Rule = {
  id: 'pdb-min-available',
  severity: 'warning',
  level: 'production',
  why: 'no node with such a Pod can be drained, so none can be updated',
  mend: 'set maxUnavailable to 1 in place of minAvailable, or run more Pods',
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
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
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { minAvailable: 2, selector: { matchLabels: { app: web } } }
`,
    good: `
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
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { minAvailable: 1, selector: { matchLabels: { app: web } } }
`,
  },
  check: (objects, context) => {
    const told = new Set(pdbMinAvailableAboveHpaMinimum.check(objects, context).map(({ object }) => object));
    return objects.filter(isPodBudget).flatMap((object) => {
      const got = manifestField(object, 'spec.minAvailable');
      if (percentOrCountProblem(got) !== undefined || told.has(object)) return [];
      const minAvailable = got as PercentOrCount;
      // all of them is none to go, however many they are
      const pods = minAvailable === '100%' ? 1 : budgetedPodCount(object, objects);
      if (pods === undefined || pods === 0 || disruptionsAllowed({ minAvailable }, pods).disruptionsAllowed > 0)
        return [];
      const rule = `must leave a Pod to go, of ${minAvailable === '100%' ? 'however many' : pods}`;
      return [
        { object, field: 'spec.minAvailable', got, rule, mend: 'say maxUnavailable: 1 instead, or run more Pods' },
      ];
    });
  },
};
