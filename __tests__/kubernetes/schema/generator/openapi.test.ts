import type { OpenApiDocument } from '../../../../lib/kubernetes/schema/generator/json-schema';
import { offByDefault } from '../../../../lib/kubernetes/schema/generator/off-by-default';
import { type OpenApiContext, schemasOfOpenApi } from '../../../../lib/kubernetes/schema/generator/openapi';

const AS_SERVED: OpenApiContext = { isOff: () => false, enums: new Map() };

/** What a document says by itself. */
const read = (from: OpenApiDocument) => schemasOfOpenApi(from, AS_SERVED);

const ref = (name: string) => ({ $ref: `#/definitions/${name}` });
const kindOf = (version: string) => ({ group: 'apps', version, kind: 'Deployment' });
const creates = (version: string) => ({ post: { 'x-kubernetes-group-version-kind': kindOf(version) } });

function document(properties: object, required: string[] = []): OpenApiDocument {
  return {
    definitions: {
      'io.k8s.api.apps.v1.Deployment': {
        properties: { spec: ref('io.k8s.api.apps.v1.DeploymentSpec') },
        'x-kubernetes-group-version-kind': [kindOf('v1')],
      },
      'io.k8s.api.apps.v1.DeploymentSpec': { type: 'object', properties: properties as never, required },
      'io.k8s.api.apps.v1.DeploymentList': { 'x-kubernetes-group-version-kind': [{ ...kindOf('v1'), kind: 'List' }] },
    },
    paths: {
      '/apis/apps/v1/deployments': {},
      '/apis/apps/v1/namespaces/{namespace}/deployments': creates('v1'),
      '/apis/apps/v1/namespaces/{namespace}/deployments/{name}': {},
      '/apis/apps/v1/namespaces/{namespace}/deployments/{name}/rollback': {
        post: { 'x-kubernetes-group-version-kind': { ...kindOf('v1'), kind: 'DeploymentRollback' } },
      },
    },
  };
}

test.each`
  schema                                                                                            | type
  ${{ type: 'string' }}                                                                             | ${'string'}
  ${{ type: 'string', format: 'byte', 'x-kubernetes-list-type': 'atomic' }}                         | ${'byte'}
  ${{ type: 'integer', format: 'int32' }}                                                           | ${'int32'}
  ${{ type: 'integer', format: 'int64' }}                                                           | ${'int64'}
  ${{ type: 'number', format: 'double' }}                                                           | ${'number'}
  ${{ type: 'boolean' }}                                                                            | ${'boolean'}
  ${{ type: 'string', enum: ['A', 'B'] }}                                                           | ${'enum(A,B)'}
  ${{ type: 'array', items: { type: 'string' } }}                                                   | ${'[]string'}
  ${{ type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } }}         | ${'{}[]string'}
  ${{ type: 'object', additionalProperties: ref('io.k8s.apimachinery.pkg.api.resource.Quantity') }} | ${'{}quantity'}
  ${ref('io.k8s.apimachinery.pkg.util.intstr.IntOrString')}                                         | ${'int-or-string'}
  ${ref('io.k8s.apimachinery.pkg.apis.meta.v1.Time')}                                               | ${'date-time'}
  ${ref('io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime')}                                          | ${'micro-time'}
  ${ref('io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1')}                                           | ${'any'}
  ${ref('io.k8s.apimachinery.pkg.runtime.RawExtension')}                                            | ${'any'}
  ${ref('io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON')}                           | ${'any'}
  ${ref('io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool')}          | ${'schema-or-boolean'}
  ${ref('io.k8s.api.core.v1.PodTemplateSpec')}                                                      | ${'core.v1.PodTemplateSpec'}
`('$schema is $type', ({ schema, type }) => {
  expect(read(document({ field: schema })).definitions['apps.v1.DeploymentSpec']?.field?.type).toBe(type);
});

test('a kind is what can be created at a path of its own, with its scope; lists and subresources are none', () => {
  expect(read(document({})).kinds).toEqual({
    'apps/v1 Deployment': { type: 'apps.v1.Deployment', note: 'Namespaced', marked: false },
  });
});

test('what no kind leads to is left out', () => {
  expect(Object.keys(read(document({})).definitions)).toEqual(['apps.v1.Deployment', 'apps.v1.DeploymentSpec']);
});

test('custom and aggregated resources of a cluster are left out', () => {
  const { definitions, paths } = document({});
  const gvk = { group: 'example.com', version: 'v1', kind: 'Shop' };
  const withShop = {
    definitions: { ...definitions, 'com.example.v1.Shop': { 'x-kubernetes-group-version-kind': [gvk] } },
    paths: { ...paths, '/apis/example.com/v1/shops': { post: { 'x-kubernetes-group-version-kind': gvk } } },
  };
  expect(read(withShop)).toEqual(read(document({})));
});

test('a required field is one, unless the API server does without; a list that is a map has keys', () => {
  const list = { type: 'array', items: { type: 'string' } };
  const fields = {
    selector: { type: 'string' },
    template: { ...list, 'x-kubernetes-list-map-keys': ['port', 'protocol'], 'x-kubernetes-patch-merge-key': 'port' },
    old: { ...list, 'x-kubernetes-patch-merge-key': 'name' },
  };
  const spec = read(document(fields, ['selector'])).definitions['apps.v1.DeploymentSpec'];
  expect(spec?.selector?.marked).toBe(true);
  expect([spec?.template?.note, spec?.old?.note]).toEqual(['key=port,protocol', 'key=name']);

  const statefulSet = JSON.parse(
    JSON.stringify(document({ serviceName: {} }, ['serviceName'])).replaceAll('DeploymentSpec', 'StatefulSetSpec'),
  );
  expect(read(statefulSet).definitions['apps.v1.StatefulSetSpec']?.serviceName?.marked).toBe(false);
});

test('enums that the document leaves out are put in, into lists and maps too', () => {
  const text = { type: 'string' };
  const fields = {
    one: text,
    list: { type: 'array', items: text },
    map: { type: 'object', additionalProperties: text },
  };
  const enums = new Map(Object.keys(fields).map((field) => [`apps.v1.DeploymentSpec.${field}`, ['A', 'B']]));
  const spec = schemasOfOpenApi(document(fields), { isOff: () => false, enums }).definitions['apps.v1.DeploymentSpec'];
  expect(Object.values(spec ?? {}).map(({ type }) => type)).toEqual(['enum(A,B)', '[]enum(A,B)', '{}enum(A,B)']);
});

test.each`
  group                             | version       | minor     | off
  ${'apps'}                         | ${'v1'}       | ${'1.30'} | ${false}
  ${'resource.k8s.io'}              | ${'v1beta1'}  | ${'1.32'} | ${true}
  ${'storage.k8s.io'}               | ${'v1alpha1'} | ${'1.30'} | ${true}
  ${'flowcontrol.apiserver.k8s.io'} | ${'v1beta3'}  | ${'1.31'} | ${false}
  ${'flowcontrol.apiserver.k8s.io'} | ${'v1beta3'}  | ${'1.32'} | ${true}
`('$group/$version is off by default in $minor: $off', ({ group, version, minor, off }) => {
  expect(offByDefault({ group, version, kind: 'Any' }, minor)).toBe(off);
});
