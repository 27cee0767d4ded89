import { manifestField } from '../../kubernetes/manifest-field';
import { scaleTargetsThatAre } from '../../kubernetes/scale-target';
import { parameterValues } from '../parameter';
import type { Rule } from '../rule';

const PARAMETERS = {
  minimumReplicas: { meaning: 'Fewest replicas that a Deployment may have.', standard: 2 },
} as const;

/** A Deployment has more than one Pod. One that an autoscaler looks after is judged by its bounds; one with 0 is switched off. */
export const minimumReplicas: Rule = {
  id: 'minimum-replicas',
  severity: 'warning',
  level: 'production',
  why: 'one Pod alone is gone with its node, and nobody answers until another one is ready',
  mend: 'raise replicas, or define an autoscaler',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas',
  parameters: PARAMETERS,
  examples: {
    bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 1
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
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1" }] }
`,
  },
  check: (objects, { parameters }) => {
    const { minimumReplicas: fewest } = parameterValues(PARAMETERS, parameters);
    return objects.flatMap((object) => {
      if (object.kind !== 'Deployment') return [];
      const got = manifestField(object, 'spec.replicas');
      const replicas = got ?? 1;
      if (replicas === 0 || Number(replicas) >= Number(fewest)) return [];
      if (scaleTargetsThatAre(object, objects).length > 0) return [];
      const rule = `must be at least ${fewest}`;
      return [{ object, field: 'spec.replicas', got, rule, mend: 'raise it, or define an autoscaler' }];
    });
  },
};
