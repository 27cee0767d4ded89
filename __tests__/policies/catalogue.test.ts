import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../lib/kubernetes/manifest';
import { CATALOGUE } from '../../lib/policies/catalogue';
import { bundledContext } from '../support/rule-context';
import { examplesOf } from './examples-of';

const POLICIES = join(__dirname, '../../lib/policies');

/** Fields that a rule finds wrong in some manifests. */
function found(id: string, objects: readonly Manifest[], customResourceGroups: readonly string[] = []): string[] {
  const rule = CATALOGUE.find((entry) => entry.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule.check(objects, { ...bundledContext, customResourceGroups }).map(({ field }) => field);
}

const manifest = (kind: string, metadata: object, rest: object = {}, apiVersion = 'v1'): Manifest => ({
  apiVersion,
  kind,
  metadata,
  ...rest,
});
const mine = { name: 'web', namespace: 'shop' };

test.each`
  rule                        | what                                         | objects                                                                                                          | fields
  ${'strict-schema'}          | ${'a known field of the right type'}         | ${[manifest('ConfigMap', mine, { data: { a: 'b' } })]}                                                           | ${[]}
  ${'strict-schema'}          | ${'a number where a text belongs'}           | ${[manifest('ConfigMap', mine, { data: { a: 1 } })]}                                                             | ${['data[a]']}
  ${'unique-identity'}        | ${'one name in two namespaces'}              | ${[manifest('Secret', mine), manifest('Secret', { ...mine, namespace: 'other' })]}                               | ${[]}
  ${'unique-identity'}        | ${'one name for two kinds'}                  | ${[manifest('Secret', mine), manifest('ConfigMap', mine)]}                                                       | ${[]}
  ${'unique-identity'}        | ${'one object in two versions of its group'} | ${[manifest('X', mine, {}, 'a.io/v1'), manifest('X', mine, {}, 'a.io/v2')]}                                      | ${['metadata.name']}
  ${'valid-name'}             | ${'a name of each form'}                     | ${[manifest('Service', mine), manifest('Role', { name: 'system:reader' }), manifest('Secret', { name: 'a.b' })]} | ${[]}
  ${'valid-name'}             | ${'a Service that begins with a digit'}      | ${[manifest('Service', { name: '1web' })]}                                                                       | ${['metadata.name']}
  ${'valid-name'}             | ${'a namespace with a dot'}                  | ${[manifest('Secret', { name: 'a', namespace: 'a.b' })]}                                                         | ${['metadata.namespace']}
  ${'valid-labels'}           | ${'what a ConfigMap holds, whatever it is'}  | ${[manifest('ConfigMap', mine, { data: { labels: 'a b' }, binaryData: { matchLabels: 'a b' } })]}                | ${[]}
  ${'valid-labels'}           | ${'the labels of a Pod template'}            | ${[manifest('Deployment', mine, { spec: { template: { metadata: { labels: { a: 'b c' } } } } })]}                | ${['spec.template.metadata.labels[a]']}
  ${'valid-labels'}           | ${'the selector of a Service'}               | ${[manifest('Service', mine, { spec: { selector: { a: '-b' } } })]}                                              | ${['spec.selector[a]']}
  ${'valid-labels'}           | ${'a label that is a number'}                | ${[manifest('Secret', { ...mine, labels: { a: 1 } })]}                                                           | ${['metadata.labels[a]']}
  ${'namespace-scope'}        | ${'a Deployment in a namespace'}             | ${[manifest('Deployment', mine, {}, 'apps/v1')]}                                                                 | ${[]}
  ${'namespace-scope'}        | ${'a Deployment that says none'}             | ${[manifest('Deployment', { name: 'web' }, {}, 'apps/v1')]}                                                      | ${['metadata.namespace']}
  ${'namespace-scope'}        | ${'a Namespace, which is in none'}           | ${[manifest('Namespace', { name: 'shop' })]}                                                                     | ${[]}
  ${'custom-resource-served'} | ${'built-in groups, with and without a dot'} | ${[manifest('Deployment', mine, {}, 'apps/v1'), manifest('Ingress', mine, {}, 'networking.k8s.io/v1')]}          | ${[]}
  ${'custom-resource-served'} | ${'a custom one that the cluster lacks'}     | ${[manifest('Application', mine, {}, 'argoproj.io/v1alpha1')]}                                                   | ${['apiVersion']}
`('$rule: $what', ({ rule, objects, fields }) => {
  expect(found(rule, objects)).toEqual(fields);
});

test('custom-resource-served: a custom one that the cluster lists', () => {
  expect(
    found(
      'custom-resource-served',
      [manifest('HTTPRoute', mine, {}, 'gateway.networking.k8s.io/v1')],
      ['gateway.networking.k8s.io'],
    ),
  ).toEqual([]);
});

test('a custom resource whose definition we have no schema of passes where the cluster has its group, and nowhere else', () => {
  const certificate = manifest('Certificate', mine, { spec: { anything: 1 } }, 'cert-manager.io/v1');
  expect(found('strict-schema', [certificate], ['cert-manager.io'])).toEqual([]);
  expect(found('custom-resource-served', [certificate], ['cert-manager.io'])).toEqual([]);
  expect(found('strict-schema', [manifest('Deploymnet', mine, {}, 'apps/v1')], ['cert-manager.io'])).toEqual(['kind']);
});

test('every rule says why it is there, what to do, and where it is written', () => {
  for (const { id, why, mend, source } of CATALOGUE) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(mend.length).toBeGreaterThan(10);
    expect(why.length).toBeGreaterThan(30);
    expect(source).toMatch(/^https:\/\//);
  }
});

test('a rule is called as its file, and no two are called the same', () => {
  const folders = readdirSync(POLICIES, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'cel',
  );
  const files = folders.flatMap(({ name }) => readdirSync(join(POLICIES, name)).map((file) => file.replace('.ts', '')));
  expect(CATALOGUE.map(({ id }) => id).sort()).toEqual(files.sort());
});

test.each(CATALOGUE.map((rule) => [rule.id, rule] as const))(
  '%s: its bad example breaks it, its good one does not',
  (_, rule) => {
    const broken = (yaml: string) =>
      rule.check(examplesOf(rule, yaml), { ...bundledContext, parameters: rule.examples.parameters }).length;
    expect({ bad: broken(rule.examples.bad) > 0, good: broken(rule.examples.good) }).toEqual({ bad: true, good: 0 });
  },
);
