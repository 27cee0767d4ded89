import { celRule } from '../cel/cel-rule';

/** Pods of Jobs end, those of other workloads do not. */
export const restartPolicy = celRule({
  id: 'restart-policy',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses any other, and nothing of it runs',
  mend: 'write OnFailure or Never for a Job; leave it out elsewhere',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
  misconceptions: [
    {
      claim: 'restartPolicy of the Pods of a Job is Never unless it is said.',
      truth: 'it is Always, which a Job may not have: Never or OnFailure must be written',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template',
    },
    {
      claim: 'A Job makes several Pods, until enough of them have succeeded.',
      truth: 'it makes one, until it has succeeded, unless completions or parallelism say more',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#parallel-jobs',
    },
  ],
  about: 'pod',
  expression: `
    object.kind in ["Job", "CronJob"] ? variables.podSpec.?restartPolicy.orValue("Always") in ["OnFailure", "Never"]
      : object.kind in ["Pod", "PodTemplate"] || variables.podSpec.?restartPolicy.orValue("Always") == "Always"`,
  field: 'restartPolicy',
  must: 'must be OnFailure or Never for a Job, Always for other workloads',
  examples: {
    bad: `
apiVersion: batch/v1
kind: Job
metadata: { name: migrate, namespace: shop }
spec:
  template: { spec: { containers: [{ name: migrate, image: "migrate:1" }] } }
`,
    good: `
apiVersion: batch/v1
kind: Job
metadata: { name: migrate, namespace: shop }
spec:
  template: { spec: { restartPolicy: Never, containers: [{ name: migrate, image: "migrate:1" }] } }
`,
  },
});
