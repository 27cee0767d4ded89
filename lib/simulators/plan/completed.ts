import { canonicalQuantity } from '../../kubernetes/canonical-quantity';
import type { Json, JsonObject, Manifest } from '../../kubernetes/manifest';
import { fieldIn } from '../../kubernetes/schema/field-in';
import type { FieldType } from '../../kubernetes/schema/field-type';
import type { ObjectSchema } from '../../kubernetes/schema/schemas';
import { API_DEFAULTS } from './api-defaults';
import { isZeroValue } from './is-zero-value';
import { type ServedApi, servedDefinition } from './served-api';

/**
 * An object as the API server keeps it: what is left out filled in, what says nothing left out, quantities in their one
 * form, no status. Two manifests that come out equal are the same to it. Of kinds that are not known only the status goes.
 */
export function completed({ status, ...manifest }: Manifest, api: ServedApi): Manifest {
  const definition = servedDefinition(manifest, api);
  if (definition === undefined) return manifest as Manifest;
  return completedObject(manifest as unknown as JsonObject, definition, api) as unknown as Manifest;
}

function completedObject(value: JsonObject, definition: string, api: ServedApi): JsonObject {
  const schema = api.schemas.object(definition);
  const entries = Object.entries(value).flatMap(([field, given]): [string, Json][] => {
    const type = fieldIn(schema, field, api.minor)?.type;
    if (!type) return given === null ? [] : [[field, given]];
    const inner = given === null ? null : completedValue(given, type, api);
    if (schema.custom) return [[field, inner]]; // no Go type holds it, so it is kept as it was given
    return isZeroValue(definition, field, inner, type) ? [] : [[field, inner]];
  });
  const object = Object.fromEntries(entries);
  if (schema.custom) return { ...object, ...customDefaults(object, schema, api) };
  return API_DEFAULTS.get(definition)?.(object) ?? object;
}

/**
 * What the CustomResourceDefinition says for fields that are not given, or are null and may not be, with what it says for those
 * within.
 */
function customDefaults(given: JsonObject, schema: ObjectSchema, api: ServedApi): JsonObject {
  const missing = [...schema.fields.keys()].flatMap((name): [string, Json][] => {
    const known = fieldIn(schema, name, api.minor);
    const isGiven = given[name] === null ? known?.type.nullable : given[name] !== undefined;
    if (known?.default === undefined || isGiven) return [];
    return [[name, completedValue(known.default, known.type, api)]];
  });
  return Object.fromEntries(missing);
}

function completedValue(value: Json, type: FieldType, api: ServedApi): Json {
  if (type.is === 'quantity') return canonicalQuantity(String(value)) ?? value;
  if (type.is === 'array' && Array.isArray(value)) return value.map((item) => completedValue(item, type.of, api));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (type.is === 'object') return completedObject(value as JsonObject, type.definition, api);
  if (type.is !== 'map') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, completedValue(inner, type.of, api)]));
}
