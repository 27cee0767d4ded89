import { inlineType } from './inline-type';
import type { CustomResourceDefinition, JsonSchema } from './json-schema';
import { type MinorDefinition, type MinorSchemas, reachableSchemas } from './minor-schemas';
import type { SchemaEntry } from './schema-entry';

type Version = CustomResourceDefinition['spec']['versions'][number];
type Definitions = Record<string, MinorDefinition>;

/** Every object has these, whatever its schema says of them. */
const OWN_FIELDS: MinorDefinition = {
  apiVersion: { type: 'string', note: '', marked: false },
  kind: { type: 'string', note: '', marked: false },
  metadata: { type: 'meta.v1.ObjectMeta', note: '', marked: false },
};

const ANYTHING: MinorDefinition = { '*': { type: 'any', note: '', marked: false } };

/** Fields that are not in the schema are dropped by the API server, but for those that it is told to keep. */
function unlistedFields(schema: JsonSchema): MinorDefinition {
  return schema['x-kubernetes-preserve-unknown-fields'] || schema.additionalProperties === true ? ANYTHING : {};
}

/** Writes the definition of an object at `name`, and of those within it at `name.field`, into `definitions`. */
function define(name: string, schema: JsonSchema, definitions: Definitions): string {
  const fields = Object.entries(schema.properties ?? {}).map(([field, of]): [string, SchemaEntry] => {
    const type = inlineType(of, (inner) => define(`${name}.${field}`, inner, definitions));
    // A default is filled in before anything is required.
    const marked = (schema.required ?? []).includes(field) && of.default === undefined;
    const keys = of['x-kubernetes-list-map-keys'];
    return [field, { type, note: keys ? `key=${keys.join(',')}` : '', marked }];
  });
  const own = schema['x-kubernetes-embedded-resource'] ? OWN_FIELDS : {};
  definitions[name] = { ...Object.fromEntries(fields), ...own, ...unlistedFields(schema) };
  return name;
}

function definitionsOf(version: Version, name: string): Definitions {
  const schema = version.schema?.openAPIV3Schema ?? { 'x-kubernetes-preserve-unknown-fields': true };
  const definitions: Definitions = {};
  define(name, { ...schema, 'x-kubernetes-embedded-resource': true }, definitions);
  return definitions;
}

/** Versions that say the same as the stored one, but for descriptions, share its definitions. */
function schemasOfCrd({ spec: { group, names, scope, versions } }: CustomResourceDefinition): MinorSchemas {
  const served = versions.filter((version) => version.served);
  const stored = served.find((version) => version.storage) ?? served[0];
  if (!stored) return { kinds: {}, definitions: {} };

  // The slash tells the definitions of custom resources from those of Kubernetes.
  const nameOf = (version: Version) => `${group}/${version.name}/${names.kind}`;
  const name = nameOf(stored);
  const definitions = definitionsOf(stored, name);
  const words = JSON.stringify(definitions);
  const kinds = served.map((version): [string, SchemaEntry] => {
    const same = JSON.stringify(definitionsOf(version, name)) === words;
    if (!same) Object.assign(definitions, definitionsOf(version, nameOf(version)));
    return [
      `${group}/${version.name} ${names.kind}`,
      { type: same ? name : nameOf(version), note: scope, marked: false },
    ];
  });
  return { kinds: Object.fromEntries(kinds), definitions };
}

/** The kinds that CustomResourceDefinitions describe. */
export function schemasOfCrds(crds: readonly CustomResourceDefinition[]): MinorSchemas {
  const all = crds.map(schemasOfCrd);
  return reachableSchemas({
    kinds: Object.assign({}, ...all.map((one) => one.kinds)),
    definitions: Object.assign({}, ...all.map((one) => one.definitions)),
  });
}
