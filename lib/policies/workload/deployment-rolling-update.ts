import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** A rollout can take its first step, and a Deployment that replaces all at once says nothing of steps. */
export const deploymentRollingUpdate = celRule({
  id: 'deployment-rolling-update',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses 0 for both, by which no Pod could be replaced, and rollingUpdate beside the type Recreate',
  mend: 'set one of maxSurge and maxUnavailable to 1 or more; take rollingUpdate out beside Recreate',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment',
  about: [SUBJECT_KINDS.Deployment],
  expression: `
    !has(object.spec.strategy) || !has(object.spec.strategy.rollingUpdate)
    || (object.spec.strategy.?type.orValue("RollingUpdate") != "Recreate"
      && [object.spec.strategy.rollingUpdate].all(update,
        !(string(update.?maxUnavailable.orValue("25%")) in ["0", "0%"]
          && string(update.?maxSurge.orValue("25%")) in ["0", "0%"])))`,
  field: 'spec.strategy',
  must: 'must not have 0 for both maxSurge and maxUnavailable, nor rollingUpdate beside Recreate',
  examples: {
    bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } }
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "web:1" }] } }
`,
    good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "web:1" }] } }
`,
  },
});
