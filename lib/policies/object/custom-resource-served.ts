import { groupOf } from '../../kubernetes/identity';
import type { Rule } from '../rule';

/** A custom resource is of a group whose definitions the cluster has. */
export const customResourceServed: Rule = {
  id: 'custom-resource-served',
  why: 'the API server has no such kind, and the apply fails there',
  source: 'https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/custom-resources/',
  check: (objects, { schemas, customResourceGroups }) => {
    const builtIn = [...schemas.kinds.values()].filter(({ definition }) => !schemas.object(definition).custom);
    const served = new Set([...builtIn.map(({ apiVersion }) => groupOf(apiVersion)), ...customResourceGroups]);
    return objects.flatMap((object) => {
      const group = groupOf(object.apiVersion);
      if (served.has(group)) return [];
      const mend = `add "${group}" to customResourceGroups of the cluster once its CRDs are installed`;
      return [
        { object, field: 'apiVersion', got: object.apiVersion, rule: 'must be of a group that the cluster has', mend },
      ];
    });
  },
};
