import { isBudgetOfPods, isPodBudget } from '../../kubernetes/budgeted-pods';
import { fewestReplicas } from '../../kubernetes/fewest-replicas';
import { runningPods } from '../../kubernetes/running-pods';
import type { Rule } from '../rule';

/** Pods of which there are several are kept by a disruption budget. One alone is not: a budget would only keep its node from being drained. */
export const missingPodDisruptionBudget: Rule = {
  id: 'missing-pod-disruption-budget',
  severity: 'warning',
  level: 'production',
  why: 'when nodes are drained for an update all of them can be evicted at once',
  mend: 'define a PodDisruptionBudget for its Pods',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/#pod-disruption-budgets',
  misconceptions: [
    {
      claim: 'A budget holds for deletions, and for updates of the Pod template.',
      truth:
        'it holds for evictions, which a drain asks for; a deletion does not ask, and a rollout keeps to maxUnavailable of its own',
      source: 'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/#voluntary-and-involuntary-disruptions',
    },
  ],
  examples: {
    bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1" }] }
`,
    good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1" }] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
`,
  },
  check: (objects) => {
    const budgets = objects.filter(isPodBudget);
    return runningPods(objects).flatMap((pods) => {
      const { object } = pods;
      const isKept = object.kind === 'Deployment' || object.kind === 'StatefulSet';
      const replicas = fewestReplicas(object, objects) ?? 0;
      if (!isKept || replicas < 2 || budgets.some((budget) => isBudgetOfPods(budget, pods))) return [];
      const rule = `must be picked by a PodDisruptionBudget: there are ${replicas} or more`;
      const mend = 'define one with maxUnavailable 1 and the selector of the workload';
      return [{ object, field: 'spec.template.metadata.labels', got: pods.labels, rule, mend }];
    });
  },
};
