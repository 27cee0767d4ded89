import { schemasOfCrds } from '../../../../lib/kubernetes/schema/generator/crd';
import type { JsonSchema } from '../../../../lib/kubernetes/schema/generator/json-schema';

const crd = (...versions: { name: string; served?: boolean; storage?: boolean; spec: JsonSchema }[]) => ({
  kind: 'CustomResourceDefinition' as const,
  spec: {
    group: 'example.com',
    scope: 'Namespaced' as const,
    names: { kind: 'Shop' },
    versions: versions.map(({ name, served = true, storage = false, spec }) => ({
      name,
      served,
      storage,
      schema: { openAPIV3Schema: { type: 'object', required: ['spec'], properties: { spec } } },
    })),
  },
});

const specOf = (spec: JsonSchema) =>
  schemasOfCrds([crd({ name: 'v1', storage: true, spec })]).definitions['example.com/v1/Shop.spec'];

test.each`
  because                                     | field                                                            | type                                | required
  ${'a scalar'}                               | ${{ type: 'string' }}                                            | ${'string'}                         | ${true}
  ${'null is a value'}                        | ${{ type: 'string', nullable: true }}                            | ${'?string'}                        | ${true}
  ${'an enum of numbers'}                     | ${{ type: 'integer', enum: [301, 302] }}                         | ${'enum(#301,#302)'}                | ${true}
  ${'an integer or a string'}                 | ${{ anyOf: [], 'x-kubernetes-int-or-string': true }}             | ${'int-or-string'}                  | ${true}
  ${'anything'}                               | ${{ 'x-kubernetes-preserve-unknown-fields': true }}              | ${'any'}                            | ${true}
  ${'a map'}                                  | ${{ type: 'object', additionalProperties: { type: 'integer' } }} | ${'{}int64'}                        | ${true}
  ${'a map of anything'}                      | ${{ type: 'object', additionalProperties: true }}                | ${'{}any'}                          | ${true}
  ${'a list whose items may be null'}         | ${{ type: 'array', items: { type: 'string', nullable: true } }}  | ${'[]?string'}                      | ${true}
  ${'an object with fields has a definition'} | ${{ type: 'object', properties: { a: { type: 'string' } } }}     | ${'example.com/v1/Shop.spec.field'} | ${true}
`('$because: $type', ({ field, type, required }) => {
  const spec = specOf({ type: 'object', required: ['field'], properties: { field } });
  expect(spec?.field).toEqual({ type, note: '', marked: required });
});

test('a default fills in what is required, and is kept with the keys of a list', () => {
  const ports = {
    type: 'array',
    items: { type: 'string' },
    default: ['a b'],
    'x-kubernetes-list-map-keys': ['port', 'protocol'],
  };
  const spec = specOf({ type: 'object', required: ['name', 'ports'], properties: { name: { default: 'x' }, ports } });
  expect(spec).toEqual({
    name: { type: 'any', note: 'default=%22x%22', marked: false },
    ports: { type: '[]string', note: 'key=port,protocol;default=%5B%22a%20b%22%5D', marked: false },
  });
});

test('parts that say the same are one, wherever they stand; a default tells them apart', () => {
  const part = (standard?: string): JsonSchema => ({
    type: 'object',
    properties: { name: { type: 'string', default: standard } },
  });
  const properties = { a: part('x'), b: { type: 'array', items: part('x') }, c: part() };
  const spec = specOf({ type: 'object', properties });
  expect(Object.values(spec ?? {}).map(({ type }) => type)).toEqual([
    'example.com/v1/Shop.spec.a',
    '[]example.com/v1/Shop.spec.a',
    'example.com/v1/Shop.spec.c',
  ]);
});

test('fields that the API server keeps without knowing them may have any name', () => {
  const open = specOf({
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
    properties: { a: { type: 'string' } },
  });
  expect(open).toMatchObject({ a: { type: 'string' }, '*': { type: 'any' } });
  expect(specOf({ type: 'object' })).toEqual({});
});

test('an embedded object has metadata like any other', () => {
  const template = specOf({ type: 'object', 'x-kubernetes-embedded-resource': true, properties: {} });
  expect(template?.metadata?.type).toBe('meta.v1.ObjectMeta');
});

test('served versions are kinds; those that say the same share a definition', () => {
  const a: JsonSchema = { type: 'object', properties: { a: { type: 'string' } } };
  const b: JsonSchema = { type: 'object', properties: { b: { type: 'string' } } };
  const { kinds, definitions } = schemasOfCrds([
    crd(
      { name: 'v1alpha1', served: false, spec: b },
      { name: 'v1beta1', spec: b },
      { name: 'v1', spec: a },
      { name: 'v2', storage: true, spec: a },
    ),
  ]);
  expect(Object.entries(kinds).map(([kind, { type }]) => [kind, type])).toEqual([
    ['example.com/v1beta1 Shop', 'example.com/v1beta1/Shop'],
    ['example.com/v1 Shop', 'example.com/v1/Shop'],
    ['example.com/v2 Shop', 'example.com/v1/Shop'],
  ]);
  expect(definitions['example.com/v2/Shop']).toBeUndefined();
});
