import { checkSchema } from '../../kubernetes/schema/check';
import type { Rule } from '../rule';

/** Every field is one that the cluster's Kubernetes knows, of the type it wants, and none that it needs is missing. */
export const strictSchema: Rule = {
  id: 'strict-schema',
  why: 'the API server refuses the object, or drops the field with a warning that nobody reads',
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  check: (objects, { schemas, kubernetesVersion }) =>
    objects.flatMap((object) =>
      checkSchema(object, schemas, kubernetesVersion).map((violation) => ({ object, ...violation })),
    ),
};
