import type { SchemaEntry } from '../schema-entry';
import { demandedByServer } from './demanded-by-server';
import type { Enums } from './go-enums';
import { inlineType } from './inline-type';
import type { GroupVersionKind, JsonSchema, OpenApiDocument } from './json-schema';
import { type MinorDefinition, type MinorSchemas, reachableSchemas } from './minor-schemas';

/** What a document does not say itself. */
export interface OpenApiContext {
  /** Whether an API server serves the kind only on request. A document of a running one has only what it serves. */
  readonly isOff: (kind: GroupVersionKind) => boolean;

  /** Values that fields may have, where the document leaves them out. */
  readonly enums: Enums;
}

/** Go types that read JSON in their own way; their published schema does not say how. Unknown fields pass in them. */
const OWN_DECODING: Readonly<Record<string, string>> = {
  'apiextensions.v1.JSON': 'any',
  'apiextensions.v1.JSONSchemaPropsOrArray': 'any',
  'apiextensions.v1.JSONSchemaPropsOrBool': 'schema-or-boolean',
  'apiextensions.v1.JSONSchemaPropsOrStringArray': 'any',
  'intstr.IntOrString': 'int-or-string',
  'meta.v1.FieldsV1': 'any',
  'meta.v1.MicroTime': 'micro-time',
  'meta.v1.Time': 'date-time',
  'resource.Quantity': 'quantity',
  'runtime.RawExtension': 'any',
};

/** Kubernetes' own Go packages. Custom and aggregated resources of a cluster are not the minor's. */
const OWN_PACKAGE =
  /^io\.k8s\.(?:api\.|apimachinery\.pkg\.(?:apis\.|api\.|util\.)?|(?:apiextensions-apiserver|kube-aggregator)\.pkg\.apis\.)/;

/** `core.v1.PodSpec` for `io.k8s.api.core.v1.PodSpec`; undefined for what is not Kubernetes' own. */
const shortName = (name: string): string | undefined =>
  OWN_PACKAGE.test(name) ? name.replace(OWN_PACKAGE, '') : undefined;

function typeOf(schema: JsonSchema): string {
  return inlineType(schema, ({ $ref }) => {
    const name = shortName($ref?.replace('#/definitions/', '') ?? '') ?? 'any';
    return OWN_DECODING[name] ?? name;
  });
}

function noteOf(schema: JsonSchema): string {
  const keys = schema['x-kubernetes-list-map-keys'] ?? [schema['x-kubernetes-patch-merge-key'] ?? []].flat();
  return keys.length > 0 ? `key=${keys.join(',')}` : '';
}

/** The enum of a list or map is that of its items. */
function withEnum(schema: JsonSchema, values: readonly string[]): JsonSchema {
  const { items, additionalProperties } = schema;
  if (items) return { ...schema, items: withEnum(items, values) };
  if (typeof additionalProperties !== 'object') return { enum: values, ...schema };
  return { ...schema, additionalProperties: withEnum(additionalProperties, values) };
}

function definitionOf(name: string, schema: JsonSchema, enums: Enums): MinorDefinition {
  const required = new Set(schema.required?.filter((field) => demandedByServer(name, field)));
  const fields = Object.entries(schema.properties ?? {}).map(([field, of]): [string, SchemaEntry] => [
    field,
    { type: typeOf(withEnum(of, enums.get(`${name}.${field}`) ?? [])), note: noteOf(of), marked: required.has(field) },
  ]);
  return Object.fromEntries(fields);
}

const keyOf = ({ group, version, kind }: GroupVersionKind): string => `${group ? `${group}/` : ''}${version} ${kind}`;

function definitionsByKind(document: OpenApiDocument): Map<string, string> {
  const named = Object.entries(document.definitions).flatMap(([name, schema]) => {
    const [short, [kind] = []] = [shortName(name), schema['x-kubernetes-group-version-kind']];
    return short && kind ? [[keyOf(kind), short] as const] : [];
  });
  return new Map(named);
}

/** A kind is what can be created at the path of a resource: subresources such as Scale are no objects of their own. */
const CREATED_AT = /^\/(?:api\/v1|apis\/[^/]+\/[^/]+)\/(namespaces\/\{namespace\}\/)?[^/{}]+\/?$/;

function kindsOf(document: OpenApiDocument, { isOff }: OpenApiContext): Record<string, SchemaEntry> {
  const definitions = definitionsByKind(document);
  const kinds = Object.entries(document.paths).flatMap(([path, { post }]) => {
    const [match, kind] = [CREATED_AT.exec(path), post?.['x-kubernetes-group-version-kind']];
    const definition = kind && definitions.get(keyOf(kind));
    if (!match || !kind || !definition) return [];
    const note = match[1] ? 'Namespaced' : 'Cluster';
    return [[keyOf(kind), { type: definition, note, marked: isOff(kind) }] as const];
  });
  return Object.fromEntries(kinds);
}

/** The kinds of Kubernetes that an OpenAPI v2 document describes. */
export function schemasOfOpenApi(document: OpenApiDocument, context: OpenApiContext): MinorSchemas {
  const definitions = Object.entries(document.definitions).flatMap(([name, schema]) => {
    const short = shortName(name);
    return short ? [[short, definitionOf(short, schema, context.enums)] as const] : [];
  });
  return reachableSchemas({ kinds: kindsOf(document, context), definitions: Object.fromEntries(definitions) });
}
