import { isDeepStrictEqual } from 'node:util';
import { compareQuantities } from '../../kubernetes/compare-quantities';
import type { Json, JsonObject, Manifest } from '../../kubernetes/manifest';
import { fieldIn } from '../../kubernetes/schema/field-in';
import type { FieldType } from '../../kubernetes/schema/field-type';
import type { FieldSchema } from '../../kubernetes/schema/schemas';
import type { ChangedField } from './changed-field';
import { definitionOf, type ServedApi } from './served-api';

/** A place that is compared: what stands there before and after, and what may. */
interface Place extends ChangedField {
  readonly type: FieldType;
  readonly mapKeys: readonly string[];
}

const ANY: FieldType = { is: 'any' };
const MAP: FieldType = { is: 'map', of: ANY };

/**
 * The fields in which two versions of an object differ, each as deep as it can be named. Give both as `completed`: what one
 * says and the other leaves to the API server is no difference then.
 */
export function changedFields(before: Manifest, after: Manifest, api: ServedApi): ChangedField[] {
  const definition = definitionOf(after, api);
  const type: FieldType = definition === undefined ? MAP : { is: 'object', definition };
  const values = { before: before as unknown as Json, after: after as unknown as Json };
  return compare({ path: '', ...values, type, mapKeys: [] }, api);
}

function compare(place: Place, api: ServedApi): ChangedField[] {
  const { path, before, after, type } = place;
  if (isDeepStrictEqual(before, after) || (type.is === 'quantity' && isSameAmount(before, after))) return [];
  if (isObject(before) && isObject(after)) return compareObjects(place, before, after, api);
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(place, before, after, api);
  return [{ path, before, after }];
}

function isSameAmount(before: Json | undefined, after: Json | undefined): boolean {
  try {
    return before !== undefined && after !== undefined && compareQuantities(String(before), String(after)) === 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function compareObjects(place: Place, before: JsonObject, after: JsonObject, api: ServedApi): ChangedField[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => {
    const { type, mapKeys } = fieldOf(place.type, key, api);
    return compare({ path: below(place.path, key), before: before[key], after: after[key], type, mapKeys }, api);
  });
}

function fieldOf(type: FieldType, key: string, api: ServedApi): Pick<FieldSchema, 'type' | 'mapKeys'> {
  const known = type.is === 'object' ? fieldIn(api.schemas.object(type.definition), key, api.minor) : undefined;
  return known ?? { type: type.is === 'map' ? type.of : ANY, mapKeys: [] };
}

function below(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

function compareLists(place: Place, before: readonly Json[], after: readonly Json[], api: ServedApi): ChangedField[] {
  const { path, mapKeys } = place;
  const type = place.type.is === 'array' ? place.type.of : ANY;
  const names = [namesIn(before, mapKeys), namesIn(after, mapKeys)] as const;
  if (names[0] && names[1])
    return compareNamed(place, new Map(zip(names[0], before)), new Map(zip(names[1], after)), api);
  if (before.length !== after.length) return [{ path, before, after }];
  return before.flatMap((item, index) =>
    compare({ path: `${path}[${index}]`, before: item, after: after[index], type, mapKeys: [] }, api),
  );
}

/** Items of a list that are told apart by keys; that they stand in another order is a difference of its own. */
function compareNamed(
  { path, type: list, ...place }: Place,
  before: ReadonlyMap<string, Json>,
  after: ReadonlyMap<string, Json>,
  api: ServedApi,
): ChangedField[] {
  const type = list.is === 'array' ? list.of : ANY;
  const items = [...new Set([...before.keys(), ...after.keys()])].flatMap((name) =>
    compare({ path: `${path}[${name}]`, before: before.get(name), after: after.get(name), type, mapKeys: [] }, api),
  );
  const kept = [...before.keys()].filter((name) => after.has(name));
  const keptNow = [...after.keys()].filter((name) => before.has(name));
  if (isDeepStrictEqual(kept, keptNow)) return items;
  const isWhole = items.length === 0;
  return [...items, { path, before: isWhole ? place.before : kept, after: isWhole ? place.after : keptNow }];
}

/** What tells each item from the others; nothing where an item has no key, or two have the same. */
function namesIn(list: readonly Json[], mapKeys: readonly string[]): readonly string[] | undefined {
  const keys = mapKeys.length > 0 ? mapKeys : ['name'];
  const names = list.map((item) =>
    isObject(item)
      ? keys
          .map((key) => item[key])
          .filter((part) => typeof part === 'string' || typeof part === 'number')
          .join('/')
      : '',
  );
  return names.includes('') || new Set(names).size < names.length ? undefined : names;
}

function zip(names: readonly string[], items: readonly Json[]): [string, Json][] {
  return names.map((name, index) => [name, items[index] ?? null]);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
