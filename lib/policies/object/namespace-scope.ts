import { scopeOf } from '../../kubernetes/schema/scope-of';
import type { Rule } from '../rule';

/** An object says its namespace where it lives in one, and none where it does not. */
export const namespaceScope: Rule = {
  id: 'namespace-scope',
  severity: 'error',
  level: 'baseline',
  why: 'without one it goes to whatever namespace kubectl points at',
  mend: 'give metadata.namespace where the kind lives in one, and take it out where it does not',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  examples: {
    bad: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web }
`,
    good: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
`,
  },
  check: (objects, { schemas, kubernetesVersion }) =>
    objects.flatMap((object) => {
      const { namespace } = object.metadata;
      if (scopeOf(object, schemas, kubernetesVersion) !== 'Namespaced' || namespace) return [];
      const mend = "set it, or give the chart the environment's namespace";
      return [{ object, field: 'metadata.namespace', got: namespace, rule: `is required for a ${object.kind}`, mend }];
    }),
};
