import type { Manifest } from '../../kubernetes/manifest';
import type { Rule, Violation } from '../rule';

/** What stands in braces is of a Helm chart: one of its objects, or a call of one of its functions. */
const HELM =
  /\{\{-?\s*(\(|if |with |range |end\b|include |template |tpl |toYaml |default |[^}]*\.(Values|Release|Chart|Capabilities|Files)\b)[^}]*\}\}/;

/** What these hold is text for a program, and may be a template of its own. */
const OPAQUE = new Set(['data', 'stringData', 'binaryData']);

/** An object is what a template came to, not the template. */
export const unrenderedTemplate: Rule = {
  id: 'unrendered-template',
  severity: 'error',
  level: 'baseline',
  why: 'the API server knows no templates: it takes the braces for text, and refuses them where a name or a number belongs',
  mend: 'render it first, and apply what comes out: helm template CHART',
  source: 'https://helm.sh/docs/chart_template_guide/getting_started/',
  examples: {
    bad: `
apiVersion: v1
kind: ConfigMap
metadata: { name: "{{ .Release.Name }}-web", namespace: shop }
`,
    good: `
apiVersion: v1
kind: ConfigMap
metadata: { name: blue-web, namespace: shop }
`,
  },
  check: (objects) => objects.flatMap((object) => templatesIn(object, '', object)),
};

function templatesIn(value: unknown, field: string, object: Manifest): Violation[] {
  if (typeof value === 'string' && HELM.test(value)) {
    const { mend } = unrenderedTemplate;
    return [{ object, field, got: value, rule: 'must not be a template', mend }];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => templatesIn(item, `${field}[${index}]`, object));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => field !== '' || !OPAQUE.has(key))
    .flatMap(([key, inner]) => templatesIn(inner, childOf(field, key), object));
}

function childOf(field: string, key: string): string {
  if (field === '') return key;
  return /^\w+$/.test(key) ? `${field}.${key}` : `${field}[${key}]`;
}
