import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** Claims of a StatefulSet say how they are used and how much they hold. */
export const volumeClaimTemplate = celRule({
  id: 'volume-claim-template',
  severity: 'error',
  level: 'baseline',
  why: 'Kubernetes 1.34 refuses it; before, the StatefulSet is taken, but its claims are refused, and no Pod ever comes',
  mend: 'set accessModes and resources.requests.storage',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates',
  about: [SUBJECT_KINDS.StatefulSet],
  expression: `
    object.spec.?volumeClaimTemplates.orValue([]).all(claim, size(claim.spec.?accessModes.orValue([])) > 0
      && "storage" in dyn(claim.spec).?resources.?requests.orValue({}))`,
  field: 'spec.volumeClaimTemplates',
  must: 'must each have accessModes and resources.requests.storage',
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
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce] }
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
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`,
  },
});
