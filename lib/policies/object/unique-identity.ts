import { identityOf } from '../../kubernetes/identity';
import type { Rule } from '../rule';

/** No two objects of a cluster are the same to Kubernetes: group, kind, namespace and name. */
export const uniqueIdentity: Rule = {
  id: 'unique-identity',
  severity: 'error',
  level: 'baseline',
  why: 'the one applied last silently replaces the other',
  mend: 'give one of them another name',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  examples: {
    bad: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
`,
    good: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web-next, namespace: shop }
`,
  },
  check: (objects) => {
    const seen = new Set<string>();
    return objects.flatMap((object) => {
      const identity = identityOf(object);
      if (!seen.has(identity)) {
        seen.add(identity);
        return [];
      }
      const mend = 'give one of them another name';
      return [
        { object, field: 'metadata.name', got: object.metadata.name, rule: `must be the only ${identity}`, mend },
      ];
    });
  },
};
