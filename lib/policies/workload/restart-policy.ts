import { celRule } from '../cel/cel-rule';

/** Pods of Jobs end, those of other workloads do not. */
export const restartPolicy = celRule({
  id: 'restart-policy',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses any other, and nothing of it runs',
  mend: 'write OnFailure or Never for a Job; leave it out elsewhere',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
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
