import { checkSchema } from '../../kubernetes/schema/check';
import { removedSince } from '../../kubernetes/schema/removed-since';
import type { Rule } from '../rule';
import { schemaFix } from '../schema-fix';

/**
 * Every field is one that the cluster's Kubernetes knows, of the type it wants, and none that it needs is missing. Of a
 * custom resource that no schema is kept of here, nothing is known, and nothing is said; a version that is gone is told by
 * another rule, which knows what took its place.
 */
export const strictSchema: Rule = {
  id: 'strict-schema',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses the object, or drops the field with a warning that nobody reads',
  mend: 'write the field as the API has it, or take it out',
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  examples: {
    bad: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ prot: 80 }] }
`,
    good: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ port: 80 }] }
`,
  },
  fix: schemaFix,
  check: (objects, { schemas, kubernetesVersion }) =>
    objects.flatMap((object) => {
      if (removedSince(object, schemas, kubernetesVersion)) return [];
      return checkSchema(object, schemas, kubernetesVersion).map((violation) => ({ object, ...violation }));
    }),
};
