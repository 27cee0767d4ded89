import { groupOf } from '../../kubernetes/identity';
import type { Rule } from '../rule';

/** A custom resource is of a group whose definitions the cluster has. */
export const customResourceServed: Rule = {
  id: 'custom-resource-served',
  severity: 'error',
  level: 'baseline',
  why: 'the API server has no such kind, and the apply fails there',
  mend: 'install its CustomResourceDefinitions, and name the group in customResourceGroups of the cluster',
  source: 'https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/custom-resources/',
  examples: {
    bad: `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: web, namespace: argocd }
spec: {}
`,
    good: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
`,
  },
  check: (objects, { schemas, customResourceGroups }) => {
    const builtIn = [...schemas.kinds.values()].filter(({ source }) => !source);
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
