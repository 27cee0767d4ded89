import fc from 'fast-check';
import type { Json, JsonObject, Manifest } from '../../lib/kubernetes/manifest';
import { fieldIn } from '../../lib/kubernetes/schema/field-in';
import type { FieldType } from '../../lib/kubernetes/schema/field-type';
import type { ServedApi } from '../../lib/simulators/plan/served-api';

/** One field of an object changed. */
export interface GeneratedChange {
  /** Where: `spec.template.spec.containers.0.image`. */
  readonly path: string;
  readonly before: Manifest;
  readonly after: Manifest;
}

type Keys = readonly (string | number)[];

/** A place in an object that has a value, and the type of it. */
interface Place {
  readonly keys: Keys;
  readonly type: FieldType;
  readonly value: Json;
  /** Whether an object without it is none, or an empty one, which the ways of applying treat in different ways. */
  readonly isNeeded: boolean;
}

/** What an object is, and where it belongs, is not changed: it would be another object. */
const IDENTITY = /^(apiVersion|kind|metadata|metadata\.(name|namespace))$/;

/**
 * Changes of one field each, for every field that an object has: another value of its type where it is a value, nothing
 * where it may be left out, and in lists an item less or twice. Whether an object with such a value is one that the
 * API server takes at all is for the server to say.
 */
export function generatedChanges(object: Manifest, api: ServedApi, seed: number): GeneratedChange[] {
  const definition = api.schemas.kinds.get(`${object.apiVersion} ${object.kind}`)?.definition;
  if (definition === undefined) return [];
  const places = placesIn(object as unknown as Json, { is: 'object', definition }, [], api, false);
  return places
    .filter(({ keys }) => keys.length > 0 && !IDENTITY.test(keys.join('.')))
    .flatMap((place, index) => {
      const values = fc.sample(otherValue(place), { seed: seed + index, numRuns: 1 });
      const changed = values.filter((value) => JSON.stringify(value) !== JSON.stringify(place.value));
      const removed: (Json | undefined)[] = place.isNeeded ? [] : [undefined];
      return [...changed, ...removed].map((value) => changeAt(object, place.keys, value));
    });
}

function placesIn(value: Json, type: FieldType, keys: Keys, api: ServedApi, isNeeded: boolean): Place[] {
  const own = { keys, type, value, isNeeded };
  if (type.is === 'array' && Array.isArray(value))
    return [own, ...value.flatMap((item, index) => placesIn(item, type.of, [...keys, index], api, false))];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [own];
  const inner = Object.entries(value).flatMap(([key, inside]) => {
    const known = type.is === 'object' ? fieldIn(api.schemas.object(type.definition), key, api.minor) : undefined;
    const of = known?.type ?? (type.is === 'map' ? type.of : undefined);
    const isNeeded = known?.requiredIn.has(api.minor) || Object.keys(value).length === 1;
    return of ? placesIn(inside, of, [...keys, key], api, isNeeded) : [];
  });
  return [own, ...inner];
}

/** Another value for a place, of its type and near to the one that is there: what is far is seldom taken. */
function otherValue({ type, value, keys }: Place): fc.Arbitrary<Json> {
  switch (type.is) {
    case 'boolean':
      return fc.constant(!value);
    case 'enum':
      return fc.constantFrom(...type.values.filter((one) => one !== value && one !== ''), value as string);
    case 'int32':
    case 'int64':
    case 'number':
      return fc.integer({ min: 1, max: 7 }).map((step) => Number(value) + step);
    case 'int-or-string':
      return typeof value === 'number'
        ? fc.integer({ min: 1, max: 3 }).map((step) => value + step)
        : fc.constantFrom(/%$/.test(String(value)) ? '50%' : 1, value);
    case 'quantity':
      return fc.constantFrom('3', '300Mi', '2Gi').filter((one) => /[a-z]i$|^3$/i.test(one));
    case 'array':
      return Array.isArray(value) && value.length > 0 ? otherList(value) : fc.constant(value);
    case 'string':
      return otherText(String(value), String(keys.at(-1)));
    default:
      return fc.constant(value);
  }
}

/** A list in another order, or with one item less. */
function otherList(value: readonly Json[]): fc.Arbitrary<Json> {
  if (value.length === 1) return fc.constant([]);
  return fc.constantFrom<Json>([...value].reverse(), value.slice(1));
}

function otherText(value: string, key: string): fc.Arbitrary<Json> {
  if (/^(\d+\.){3}\d+\/\d+$/.test(value)) return fc.constantFrom('10.9.0.0/16', '192.168.7.0/24');
  if (key === 'schedule') return fc.constantFrom('7 3 * * *', '*/9 * * * *');
  if (/^\//.test(value)) return fc.constantFrom(`${value.replace(/\/$/, '')}/other`);
  return fc.constantFrom(...['x', '2', '-x'].map((end) => (/[a-z0-9]$/i.test(value) ? value + end : `x${value}x`)));
}

/** An object with another value at a place; without it where there is none. */
function changeAt(before: Manifest, keys: Keys, value: Json | undefined): GeneratedChange {
  const change = (inside: Json, [key, ...rest]: Keys): Json => {
    if (Array.isArray(inside)) {
      const items = [...inside];
      if (rest.length > 0) items[Number(key)] = change(items[Number(key)] ?? null, rest);
      else if (value === undefined) items.splice(Number(key), 1);
      else items[Number(key)] = value;
      return items;
    }
    const { [String(key)]: old = null, ...others } = inside as JsonObject;
    if (rest.length > 0) return { ...others, [String(key)]: change(old, rest) };
    return value === undefined ? others : { ...others, [String(key)]: value };
  };
  const after = change(before as unknown as Json, keys) as unknown as Manifest;
  return {
    path: `${keys.join('.')}${value === undefined ? ' (taken away)' : ` = ${JSON.stringify(value)}`}`,
    before,
    after,
  };
}
