import { API_LIVES } from '../../kubernetes/api-life';
import { otherVersion } from '../../kubernetes/schema/other-version';
import { removedSince } from '../../kubernetes/schema/removed-since';
import type { Rule } from '../rule';
import { versionFix } from '../version-fix';

/** The version of an object is one that the cluster still serves. */
export const removedApiVersion: Rule = {
  id: 'removed-api-version',
  severity: 'error',
  level: 'baseline',
  why: 'the API server has no such version of the kind, and the apply fails there',
  mend: 'write the version that took its place; kubectl convert changes the fields that were moved',
  source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
  misconceptions: [
    {
      claim: 'The memory that an autoscaler steers to is targetMemoryValue.',
      truth:
        'there is no such field: in autoscaling/v2 it is resource: { name: memory, target: { type: AverageValue, averageValue } }, or averageUtilization',
      source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/',
    },
    {
      claim: 'Ephemeral containers are off, and are added by an object EphemeralContainers.',
      truth: 'they are on since Kubernetes 1.23, and kubectl debug adds them to a Pod; the kind is gone since 1.22',
      source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/#ephemeral-container',
    },
  ],
  examples: {
    bad: `
apiVersion: batch/v1beta1
kind: CronJob
metadata: { name: report, namespace: shop }
spec:
  schedule: "0 12 * * *"
  jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: report, image: "report:1" }] } } } }
`,
    good: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: shop }
spec:
  schedule: "0 12 * * *"
  jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: report, image: "report:1" }] } } } }
`,
  },
  fix: versionFix,
  check: (objects, { kubernetesVersion, schemas }) =>
    objects.flatMap((object) => {
      const since = removedSince(object, schemas, kubernetesVersion);
      if (!since) return [];
      const { apiVersion, kind } = object;
      const instead = otherVersion(object, schemas, kubernetesVersion);
      const rule = `${kind}${instead ? ' of this version' : ''} is gone since Kubernetes ${since}`;
      const ways = [instead && `write ${instead}`, API_LIVES.get(`${apiVersion} ${kind}`)?.changes].filter(Boolean);
      const mend = ways.join('; ') || 'take it out: nothing took its place';
      return [{ object, field: 'apiVersion', got: apiVersion, rule, mend }];
    }),
};
