import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { renderYaml } from '../../lib/delivery/render-yaml';

const configMap = (data: Record<string, string>, name = 'config') => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data,
});

test('every text stays the same text for readers of YAML 1.1 and of YAML 1.2', () => {
  const tricky = fc.constantFrom(
    '0o7',
    '0777',
    '0x1F',
    '0b1',
    '1_000',
    '1:30',
    '1e3',
    '.5',
    '-.inf',
    '.NaN',
    '=',
    '<<',
    'on',
    'y',
    'no',
    '~',
    'null',
    '',
    '- a',
    'a: b',
    '#x',
    '2024-01-01',
    'a\nb\n',
    ' x ',
    '{{ .Values.x }}',
    '"',
    "'",
    '\t',
  );
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(tricky, fc.string({ unit: 'grapheme' })), { maxKeys: 5 }),
      (data) => {
        const text = renderYaml([configMap(data)]);
        const back = { ...data };
        for (const version of ['1.1', '1.2'] as const) expect(parse(text, { version }).data).toEqual(back);
      },
    ),
  );
});

test.each(['0o7', '0x10', '1:30', '=', 'e0', '.E-1'])(
  'quotes %s, which other readers take for something else',
  (value) => {
    expect(renderYaml([configMap({ value })])).toContain(`value: "${value}"`);
  },
);

test('writes a repeated object out each time, without anchors', () => {
  const shared = { a: '1' };
  expect(renderYaml([{ ...configMap(shared), other: shared }])).not.toMatch(/[&*]a\d/);
});

test('orders objects as they are to be applied, whatever order they come in', () => {
  const kinds = ['Ingress', 'Deployment', 'HTTPRoute', 'Namespace', 'ConfigMap', 'Service'];
  const ordered = (order: string[]) =>
    parseAllDocuments(renderYaml(order.map((kind) => ({ apiVersion: 'v1', kind, metadata: { name: 'x' } })))).map(
      (document) => document.toJS().kind,
    );
  expect(ordered(kinds)).toEqual(['Namespace', 'ConfigMap', 'Service', 'Deployment', 'Ingress', 'HTTPRoute']);
  expect(ordered([...kinds].reverse())).toEqual(ordered(kinds));
});

test('begins every document with a separator, so that files can be joined', () => {
  const text = renderYaml([configMap({}, 'a')]) + renderYaml([configMap({}, 'b')]);
  expect(parseAllDocuments(text)).toHaveLength(2);
});
