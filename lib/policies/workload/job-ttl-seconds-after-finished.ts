import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** Jobs that are done are cleaned away: those that stand alone after a time, those of a CronJob by its limits. */
export const jobTtlSecondsAfterFinished = celRule({
  id: 'job-ttl-seconds-after-finished',
  severity: 'info',
  level: 'production',
  why: 'a Job that nobody deletes stays for ever with its Pods; one of a CronJob with both follows whichever is stricter',
  mend: 'set ttlSecondsAfterFinished of a Job; of a CronJob the limits of its history',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/',
  misconceptions: [
    {
      claim: 'A Job deletes its Pods when all have finished.',
      truth: 'they stay until the Job is deleted, or ttlSecondsAfterFinished has passed',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#clean-up-finished-jobs-automatically',
    },
    {
      claim: 'A completion policy of a Job keeps all of its Pods, or the last one.',
      truth: 'there is no such field',
      source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/#JobSpec',
    },
  ],
  about: [SUBJECT_KINDS.Job, SUBJECT_KINDS.CronJob],
  expression: `
    object.kind == "CronJob" ? !dyn(object.spec).?jobTemplate.?spec.?ttlSecondsAfterFinished.hasValue()
      : dyn(object.spec).?ttlSecondsAfterFinished.hasValue() || size(object.metadata.?ownerReferences.orValue([])) > 0`,
  field: 'spec.ttlSecondsAfterFinished',
  must: 'must be set of a Job, and left out of a CronJob',
  examples: {
    bad: `
apiVersion: batch/v1
kind: Job
metadata: { name: migrate, namespace: shop }
spec:
  template: { spec: { restartPolicy: Never, containers: [{ name: migrate, image: "migrate:1" }] } }
`,
    good: `
apiVersion: batch/v1
kind: Job
metadata: { name: migrate, namespace: shop }
spec:
  ttlSecondsAfterFinished: 86400
  template: { spec: { restartPolicy: Never, containers: [{ name: migrate, image: "migrate:1" }] } }
`,
  },
});
