import { podOf } from '../../kubernetes/pod-of';
import type { Rule } from '../rule';

/**
 * A Pod names its account in the field that is read. At the desk only: an API server copies each of the two fields to the
 * other before anything else sees the object.
 */
export const deprecatedServiceAccountField: Rule = {
  id: 'deprecated-service-account-field',
  severity: 'info',
  level: 'baseline',
  why: 'tools and policies that read serviceAccountName take it for the default account',
  mend: 'call the field serviceAccountName',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec',
  examples: {
    bad: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { serviceAccount: web, containers: [{ name: web, image: "web:1" }] }
`,
    good: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { serviceAccountName: web, serviceAccount: web, containers: [{ name: web, image: "web:1" }] }
`,
  },
  fix: ({ object, field, got }) =>
    podOf(object)?.spec.serviceAccountName === undefined
      ? [
          { field: `${field}Name`, value: String(got) },
          { field, removed: true },
        ]
      : [],
  check: (objects) =>
    objects.flatMap((object) => {
      const pod = podOf(object);
      if (!pod?.spec.serviceAccount || pod.spec.serviceAccountName === pod.spec.serviceAccount) return [];
      const rule = 'is not read where serviceAccountName says something else, and deprecated';
      const mend = 'call the field serviceAccountName';
      return [{ object, field: `${pod.path}.serviceAccount`, got: pod.spec.serviceAccount, rule, mend }];
    }),
};
