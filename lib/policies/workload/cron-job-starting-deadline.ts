import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** A run that is late is started for a while, not for ever. */
export const cronJobStartingDeadline = celRule({
  id: 'cron-job-starting-deadline',
  severity: 'info',
  level: 'production',
  why: 'after a pause of the control plane a run starts hours late, when nobody expects it',
  mend: 'set startingDeadlineSeconds to 10 or more: it is looked at every 10 seconds',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline',
  about: [SUBJECT_KINDS.CronJob],
  expression: `
    object.spec.?startingDeadlineSeconds.orValue(0) >= 10`,
  field: 'spec.startingDeadlineSeconds',
  must: 'must be 10 or more',
  examples: {
    bad: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: migrate, namespace: shop }
spec:
  schedule: "0 3 * * *"
  jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: migrate, image: "migrate:1" }] } } } }
`,
    good: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: migrate, namespace: shop }
spec:
  schedule: "0 3 * * *"
  startingDeadlineSeconds: 600
  jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: migrate, image: "migrate:1" }] } } } }
`,
  },
});
