import type { SchemaEntry } from '../schema-entry';
import { inlineType } from './inline-type';
import type { CustomResourceDefinition, JsonSchema } from './json-schema';
import type { MinorDefinition, MinorSchemas } from './minor-schemas';
import { shareDefinitions } from './share-definitions';

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

/** The default is escaped, so that no blank of it splits the entry. */
function noteOf({ default: standard, 'x-kubernetes-list-map-keys': keys }: JsonSchema): string {
  const notes = [
    keys && `key=${keys.join(',')}`,
    standard !== undefined && `default=${encodeURIComponent(JSON.stringify(standard))}`,
  ];
  return notes.filter(Boolean).join(';');
}

/** Writes the definition of an object at `name`, and of those within it at `name.field`, into `definitions`. */
function define(name: string, schema: JsonSchema, definitions: Definitions): string {
  const fields = Object.entries(schema.properties ?? {}).map(([field, of]): [string, SchemaEntry] => {
    const type = inlineType(of, (inner) => define(`${name}.${field}`, inner, definitions));
    // A default is filled in before anything is required.
    const marked = (schema.required ?? []).includes(field) && of.default === undefined;
    return [field, { type, note: noteOf(of), marked }];
  });
  const own = schema['x-kubernetes-embedded-resource'] ? OWN_FIELDS : {};
  definitions[name] = { ...Object.fromEntries(fields), ...own, ...unlistedFields(schema) };
  return name;
}

function schemasOfCrd({ spec: { group, names, scope, versions } }: CustomResourceDefinition): MinorSchemas {
  const definitions: Definitions = {};
  const kinds = versions
    .filter(({ served }) => served)
    .map(({ name: version, schema }): [string, SchemaEntry] => {
      const described = schema?.openAPIV3Schema ?? { 'x-kubernetes-preserve-unknown-fields': true };
      // The slash tells the definitions of custom resources from those of Kubernetes.
      const name = `${group}/${version}/${names.kind}`;
      define(name, { ...described, 'x-kubernetes-embedded-resource': true }, definitions);
      return [`${group}/${version} ${names.kind}`, { type: name, note: scope, marked: false }];
    });
  return { kinds: Object.fromEntries(kinds), definitions };
}

/** The kinds that CustomResourceDefinitions describe. */
export function schemasOfCrds(crds: readonly CustomResourceDefinition[]): MinorSchemas {
  const all = crds.map(schemasOfCrd);
  return shareDefinitions({
    kinds: Object.assign({}, ...all.map((one) => one.kinds)),
    definitions: Object.assign({}, ...all.map((one) => one.definitions)),
  });
}
