import { groupOf } from '../../kubernetes/identity';
import { checkSchema } from '../../kubernetes/schema/check';
import type { Rule } from '../rule';

/**
 * Every field is one that the cluster's Kubernetes knows, of the type it wants, and none that it needs is missing. Of a
 * custom resource that the cluster serves and no schema is kept of here, nothing is known, and nothing is said.
 */
export const strictSchema: Rule = {
  id: 'strict-schema',
  why: 'the API server refuses the object, or drops the field with a warning that nobody reads',
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  check: (objects, { schemas, kubernetesVersion, customResourceGroups }) => {
    const described = new Set([...schemas.kinds.values()].map(({ apiVersion }) => groupOf(apiVersion)));
    return objects.flatMap((object) => {
      const group = groupOf(object.apiVersion);
      if (customResourceGroups.includes(group) && !described.has(group)) return [];
      return checkSchema(object, schemas, kubernetesVersion).map((violation) => ({ object, ...violation }));
    });
  },
};
