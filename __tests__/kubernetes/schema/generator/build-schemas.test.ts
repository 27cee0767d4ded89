import { buildSchemas } from '../../../../lib/kubernetes/schema/generator/build-schemas';
import type {
  CustomResourceDefinition,
  OpenApiDocument,
} from '../../../../lib/kubernetes/schema/generator/json-schema';
import { refreshSchemas } from '../../../../lib/kubernetes/schema/generator/refresh-schemas';
import { type SchemasFile, schemasFileText } from '../../../../lib/kubernetes/schema/schemas-file';

/** A document with one kind, v1 and v1beta1, that has these fields. */
function document(...fields: readonly string[]): OpenApiDocument {
  const gvk = (version: string) => ({ group: 'apps', version, kind: 'Shop' });
  const definition = (version: string) => ({
    properties: Object.fromEntries(fields.map((field) => [field, { type: 'string' }])),
    'x-kubernetes-group-version-kind': [gvk(version)],
  });
  const path = (version: string) => ({ post: { 'x-kubernetes-group-version-kind': gvk(version) } });
  return {
    definitions: { 'io.k8s.api.apps.v1.Shop': definition('v1'), 'io.k8s.api.apps.v1beta1.Shop': definition('v1beta1') },
    paths: { '/apis/apps/v1/shops': path('v1'), '/apis/apps/v1beta1/shops': path('v1beta1') },
  };
}

const crd: CustomResourceDefinition = {
  kind: 'CustomResourceDefinition',
  spec: {
    group: 'example.com',
    scope: 'Cluster',
    names: { kind: 'Till' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
  },
};

const GO = `func schema_k8sio_api_apps_v1_Shop(ref common.ReferenceCallback) common.OpenAPIDefinition {
					"a": {
							Enum:        []interface{}{"A"},`;

const gates = (off: readonly string[], fields: Readonly<Record<string, readonly string[]>>) => ({
  off: new Set(off),
  fields: new Map(Object.entries(fields)),
});

const built = buildSchemas(
  [
    {
      minor: '1.30',
      source: 'release 30',
      document: document('a'),
      goCode: GO,
      featureGates: gates(['Tills', 'Aisles'], { Aisles: ['apps.v1.Aisle.a'] }),
    },
    {
      minor: '1.31',
      source: 'release 31',
      document: document('a', 'b'),
      goCode: GO,
      featureGates: gates(['Lifts'], { Tills: ['apps.v1.Shop.b', 'apps.v1.Shop.a'], Doors: ['apps.v1.Shop.a'] }),
    },
  ],
  [{ source: 'crds', crds: [crd] }],
);

test('says where everything is from', () => {
  expect(built.minors).toEqual({ '1.30': 'release 30', '1.31': 'release 31' });
  expect(built.customSources).toEqual({ 'example.com/Till': 'crds' });
});

test('a release has kinds that are off by default, and its enums are in its code', () => {
  expect(built.kinds).toEqual({
    'apps/v1 Shop': 'apps.v1.Shop Cluster',
    'apps/v1beta1 Shop': 'apps.v1beta1.Shop Cluster !',
    'example.com/v1 Till': 'example.com/v1/Till Cluster',
  });
  expect(built.definitions['apps.v1.Shop']).toEqual({ a: 'enum(A)', b: 'string 31' });
});

test('of feature gates it keeps those that are off in some minor and have fields, wherever they are marked', () => {
  expect(built.featureGates).toEqual({ Tills: { offIn: '30', fields: ['apps.v1.Shop.a', 'apps.v1.Shop.b'] } });
});

test('a refresh takes the feature gates of a cluster, and keeps them where it says nothing of them', () => {
  const source = { minor: '1.31', source: 'cluster', document: document('a', 'b') };
  const off = refreshSchemas(built, { ...source, featureGates: gates(['Tills'], {}) });
  expect(off.featureGates).toEqual({ Tills: { ...built.featureGates.Tills, offIn: '-' } });
  expect(refreshSchemas(off, source).featureGates).toEqual(off.featureGates);
  const on = refreshSchemas(off, { ...source, minor: '1.30', featureGates: gates([], {}) });
  expect(on.featureGates).toEqual({ Tills: { ...built.featureGates.Tills, offIn: '31' } });
});

test('a refresh replaces one minor and keeps the rest, with the custom resources', () => {
  const { minors, kinds, definitions } = refreshSchemas(built, {
    minor: '1.31',
    source: 'cluster v1.31.2',
    document: document('c'),
  });
  expect(minors).toEqual({ '1.30': 'release 30', '1.31': 'cluster v1.31.2' });
  expect(kinds).toEqual({ ...built.kinds, 'apps/v1beta1 Shop': 'apps.v1beta1.Shop Cluster !30' });
  expect(definitions['apps.v1.Shop']).toEqual({ a: 'enum(A) 30', c: 'string 31' });
});

test('a refresh adds a minor that was not there', () => {
  const { minors, kinds } = refreshSchemas(built, { minor: '1.32', source: 'file x.json', document: document('a') });
  expect(Object.keys(minors)).toEqual(['1.30', '1.31', '1.32']);
  expect(kinds['example.com/v1 Till']).toBe('example.com/v1/Till Cluster');
});

test('a refresh is the same the second time, byte for byte', () => {
  const source = { minor: '1.31', source: 'cluster v1.31.2', document: document('c', 'a') };
  const once = refreshSchemas(built, source);
  expect(schemasFileText(refreshSchemas(once, source))).toBe(schemasFileText(once));
});

test('the text is JSON, sorted, a line a definition', () => {
  const shuffled: SchemasFile = { ...built, kinds: Object.fromEntries(Object.entries(built.kinds).reverse()) };
  expect(schemasFileText(shuffled)).toBe(schemasFileText(built));
  expect(JSON.parse(schemasFileText(built))).toEqual(built);
  expect(schemasFileText(built).split('\n')).toContain('"apps.v1.Shop": {"a":"enum(A)","b":"string 31"},');
});
