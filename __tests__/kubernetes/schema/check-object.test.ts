import { checkSchema } from '../../../lib/kubernetes/schema/check';
import { decodeSchemas } from '../../../lib/kubernetes/schema/schemas';
import { schemasFileText } from '../../../lib/kubernetes/schema/schemas-file';
import { deployment, faults, pod } from './bundled';

const meta = { name: 'web' };

test('null is a field that was not given', () => {
  const manifest = deployment({ replicas: null, strategy: null }, { nodeSelector: null, containers: null });
  expect(faults(manifest)).toEqual(['spec.template.spec.containers: is required']);
  expect(faults({ ...pod(), metadata: { ...meta, creationTimestamp: null, labels: { app: null } } })).toEqual([]);
});

test('null among the items of a list is an empty one', () => {
  expect(faults(pod({ containers: [null], tolerations: [null] }))).toEqual(['spec.containers[0].name: is required']);
});

test('an empty enum is one that was not given', () => {
  expect(faults(pod({ restartPolicy: '' }))).toEqual([]);
});

test('a status is read as strictly as the rest, but nothing is missing in it', () => {
  const manifest = { ...pod(), status: { conditions: [{}], phase: 'Sleeping', fase: 'Running', startTime: 'noon' } };
  expect(faults(manifest)).toEqual([
    'status.fase: unknown field of PodStatus in Kubernetes 1.36',
    'status.startTime: must be a time as in RFC 3339',
  ]);
});

describe('free form', () => {
  const crd = (schema: object) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'shops.example.com' },
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { plural: 'shops', kind: 'Shop' },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
    },
  });

  test('a schema in a CRD may nest, hold any default, and allow additional properties by true or by a schema', () => {
    const leaf = { type: 'object', default: { a: [1, null] }, enum: [1, 'a', { b: null }], example: 'x' };
    const properties = {
      map: { additionalProperties: leaf },
      any: { additionalProperties: true },
      list: { items: leaf },
    };
    expect(faults(crd({ type: 'object', properties }))).toEqual([]);
  });

  test('but a slip in it is found', () => {
    const at = 'spec.versions[0].schema.openAPIV3Schema.properties[spec]';
    expect(faults(crd({ properties: { spec: { typ: 'object', additionalProperties: 'no' } } }))).toEqual([
      `${at}.typ: unknown field of JSONSchemaProps in Kubernetes 1.36`,
      `${at}.additionalProperties: must be a schema or a boolean`,
    ]);
  });

  test('raw data may be anything', () => {
    const revision = {
      apiVersion: 'apps/v1',
      kind: 'ControllerRevision',
      metadata: meta,
      data: { spec: { any: [1] } },
    };
    expect(faults(revision)).toEqual([]);
  });
});

describe('HTTPRoute of Gateway API', () => {
  const route = (rule: object = {}, rest: object = {}) => ({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: meta,
    spec: {
      parentRefs: [{ name: 'front-door', namespace: 'gateways' }],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' }, headers: [{ name: 'x-canary', value: 'always' }] }],
          backendRefs: [{ name: 'web', port: 80, weight: 90 }],
          ...rule,
        },
      ],
    },
    ...rest,
  });

  test('a valid one has no violation, in v1 and v1beta1', () => {
    expect(faults(route(), '1.30')).toEqual([]);
    expect(faults({ ...route(), apiVersion: 'gateway.networking.k8s.io/v1beta1' })).toEqual([]);
  });

  test.each`
    rule                                                                                | expected
    ${{ backendRef: [] }}                                                               | ${'spec.rules[0].backendRef: unknown field of HTTPRoute.spec.rules in sigs.k8s.io/gateway-api@v1.6.3'}
    ${{ backendRefs: [{ port: 80 }] }}                                                  | ${'spec.rules[0].backendRefs[0].name: is required'}
    ${{ backendRefs: [{ name: 'web', port: '80' }] }}                                   | ${'spec.rules[0].backendRefs[0].port: must be an integer'}
    ${{ backendRefs: [null] }}                                                          | ${'spec.rules[0].backendRefs[0]: must not be null'}
    ${{ matches: [{ path: { type: 'Prefix', value: '/' } }] }}                          | ${'spec.rules[0].matches[0].path.type: must be one of Exact, PathPrefix, RegularExpression'}
    ${{ matches: [{ method: '' }] }}                                                    | ${'spec.rules[0].matches[0].method: must be one of GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE, PATCH'}
    ${{ filters: [{ type: 'RequestRedirect', requestRedirect: { statusCode: 418 } }] }} | ${'spec.rules[0].filters[0].requestRedirect.statusCode: must be one of 301, 302, 303, 307, 308'}
  `('$expected', ({ rule, expected }) => {
    expect(faults(route(rule))).toEqual([expected]);
  });

  test('what has a default is not missing, null is not given, and of the status only the fields are looked at', () => {
    expect(faults(route({ matches: [{ path: {} }], backendRefs: null }))).toEqual([]);
    expect(faults(route({}, { status: { parents: [null, { controllerName: 1 }], fase: 1 } }))).toEqual([
      'status.fase: unknown field of HTTPRoute.status in sigs.k8s.io/gateway-api@v1.6.3',
    ]);
  });

  test('its metadata is that of every object', () => {
    expect(faults(route({}, { metadata: { name: 'web', label: {} } }), '1.30')).toEqual([
      'metadata.label: unknown field of ObjectMeta in Kubernetes 1.30',
    ]);
  });

  test('a missing spec is one violation', () => {
    expect(faults(route({}, { spec: undefined }))).toEqual(['spec: is required']);
  });
});

describe('custom resources', () => {
  const shops = decodeSchemas(
    schemasFileText({
      minors: { '1.36': 'test' },
      customSources: { 'example.com/Shop': 'test' },
      kinds: { 'example.com/v1 Shop': 'example.com/v1/Shop Namespaced' },
      featureGates: {},
      definitions: {
        'example.com/v1/Shop': { apiVersion: 'string', kind: 'string', spec: 'example.com/v1/Shop.spec' },
        'example.com/v1/Shop.spec': {
          '*': 'any',
          name: 'string !',
          goods: '{}string',
          tags: '[]?string',
          note: '?string !',
        },
      },
    }),
  );
  const shop = (spec?: object) =>
    checkSchema({ apiVersion: 'example.com/v1', kind: 'Shop', spec } as never, shops, '1.36').map(
      ({ field, rule }) => `${field}: ${rule}`,
    );

  test('unlisted fields are taken where the schema keeps them, listed ones are checked', () => {
    expect(shop({ name: 'a', note: 'b', any: [{ thing: null }] })).toEqual([]);
    expect(shop({ name: 1, note: 'b' })).toEqual(['spec.name: must be a string']);
  });

  test('null is a value where the schema says so, and nothing elsewhere', () => {
    expect(shop({ name: 'a', note: null, tags: [null], goods: { apple: null } })).toEqual([]);
    expect(shop({ name: null, note: 'b' })).toEqual(['spec.name: is required']);
  });

  test('an empty string is given', () => {
    expect(shop({ name: '', note: '' })).toEqual([]);
  });

  test('a spec may be left out', () => {
    expect(shop()).toEqual([]);
  });
});
