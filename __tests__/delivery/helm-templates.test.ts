import { helmTemplates } from '../../lib/delivery/helm-templates';

/** What Go's text/template makes of a text whose only actions print a string: `{{ "x" }}` is x. */
const rendered = (text: string) => text.replace(/\{\{ "([^"]*)" \}\}/g, (_, printed: string) => printed);
const template = (text: string) => helmTemplates(new Map([['a.yaml', text]])).get('a.yaml') ?? '';

test.each([
  'summary: "{{ $labels.pod }} restarts"',
  'args: ["{{- trimmed -}}"]',
  'a: {{{ b }}}',
  'a: {{{{',
  'a: "}} {{"',
  'a: {b: {c: d}}',
  'a: {{"{{"}}',
])('%s comes out of the template as it went in, and no action but ours is in it', (text) => {
  expect(rendered(template(text))).toBe(text);
  expect(template(text).replaceAll('{{ "{{" }}', '')).not.toContain('{{');
});

test('what has no braces is not touched', () => {
  expect(template('a: {b: c}\n')).toBe('a: {b: c}\n');
});

test('files for other clusters, for Argo CD and for Kustomize are no templates', () => {
  const files = ['00-cluster.k8s.yaml', 'far/00-cluster.k8s.yaml', 'argocd/dev.k8s.yaml', 'Kustomization'];
  expect([...helmTemplates(new Map(files.map((file) => [file, ''] as const))).keys()]).toEqual(['00-cluster.k8s.yaml']);
});
