import { labelKeyProblem, labelValueProblem } from '../../kubernetes/labels';
import type { Manifest } from '../../kubernetes/manifest';
import type { Rule, Violation } from '../rule';

/** Labels of objects, of Pod templates and of selectors are such as Kubernetes takes; keys of annotations too. */
export const validLabels: Rule = {
  id: 'valid-labels',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses the object',
  mend: 'write it in letters, digits, "-", "_" and ".", 63 at most',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  examples: {
    bad: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop, labels: { owner: 'team a' } }
`,
    good: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop, labels: { owner: team-a } }
`,
  },
  check: (objects) =>
    objects.flatMap((object) => labelMaps(object, '', object).flatMap((map) => mapViolations(object, map))),
};

interface StringMap {
  readonly field: string;
  readonly entries: Readonly<Record<string, unknown>>;
  readonly valuesCount: boolean;
}

/** Keys under which a map of labels stands, wherever in an object. */
const LABEL_FIELDS = new Set(['labels', 'matchLabels', 'nodeSelector']);

function labelMaps(node: unknown, path: string, object: Manifest): StringMap[] {
  if (Array.isArray(node)) return node.flatMap((entry, index) => labelMaps(entry, `${path}[${index}]`, object));
  if (!isRecord(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const field = path ? `${path}.${key}` : key;
    // what a ConfigMap or Secret holds is not Kubernetes'
    if (path === '' && (key === 'data' || key === 'stringData' || key === 'binaryData')) return [];
    const isServiceSelector = object.kind === 'Service' && field === 'spec.selector';
    if (isRecord(value) && (LABEL_FIELDS.has(key) || isServiceSelector))
      return [{ field, entries: value, valuesCount: true }];
    if (isRecord(value) && key === 'annotations') return [{ field, entries: value, valuesCount: false }];
    return labelMaps(value, field, object);
  });
}

function mapViolations(object: Manifest, { field, entries, valuesCount }: StringMap): Violation[] {
  return Object.entries(entries).flatMap(([key, value]) => {
    // the prefix of an annotation may be written in capitals
    const wrongKey = labelKeyProblem(valuesCount ? key : key.toLowerCase());
    if (wrongKey) return [{ object, field, got: key, rule: `key's ${wrongKey}`, mend: 'rename the key' }];
    const wrongValue = valuesCount ? labelValueProblem(value) : undefined;
    return wrongValue
      ? [
          {
            object,
            field: `${field}[${key}]`,
            got: value,
            rule: wrongValue,
            mend: 'shorten it, or keep it as an annotation',
          },
        ]
      : [];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
