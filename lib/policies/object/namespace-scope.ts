import { scopeOf } from '../../kubernetes/schema/scope-of';
import type { Rule } from '../rule';

/** An object says its namespace where it lives in one, and none where it does not. */
export const namespaceScope: Rule = {
  id: 'namespace-scope',
  why: 'without one it goes to whatever namespace kubectl points at',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  check: (objects, { schemas, kubernetesVersion }) =>
    objects.flatMap((object) => {
      const { namespace } = object.metadata;
      if (scopeOf(object, schemas, kubernetesVersion) !== 'Namespaced' || namespace) return [];
      const mend = "set it, or give the chart the environment's namespace";
      return [{ object, field: 'metadata.namespace', got: namespace, rule: `is required for a ${object.kind}`, mend }];
    }),
};
