import { nameProblem } from '../../kubernetes/names';
import type { Rule } from '../rule';

/** Names and namespaces are such as Kubernetes takes, and whole: no controller has to cut what it derives from them. */
export const validName: Rule = {
  id: 'valid-name',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses the object, or Pods get names that are cut and no longer tell them apart',
  mend: 'choose another name',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  examples: {
    bad: `
apiVersion: v1
kind: Service
metadata: { name: web_1, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`,
    good: `
apiVersion: v1
kind: Service
metadata: { name: web-1, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`,
  },
  check: (objects) =>
    objects.flatMap((object) => {
      const { name, namespace } = object.metadata;
      const checks = [
        {
          field: 'metadata.name',
          got: name,
          rule: name === undefined ? 'is required' : nameProblem(object.kind, name),
        },
        {
          field: 'metadata.namespace',
          got: namespace,
          rule: namespace === undefined ? undefined : nameProblem('Namespace', namespace),
        },
      ];
      return checks.flatMap(({ rule, ...rest }) =>
        rule ? [{ object, ...rest, rule, mend: 'choose another name' }] : [],
      );
    }),
};
