import type { Json, JsonObject } from '../kubernetes/manifest';

/** Something that an override names and the object does not have. */
export interface MissedPath {
  /** Path in the object: `spec.template.spec.containers.wbe`. */
  readonly field: string;
  readonly rule: string;
  readonly mend: string;
}

/** An object after an override, and what the override did not hit. */
export interface Overridden {
  readonly value: JsonObject;
  readonly missed: readonly MissedPath[];
}

/** Applies an override to a finished manifest; see `override` for what it may say. The object itself is left as it is. */
export function applyOverride(object: JsonObject, patch: JsonObject, path = ''): Overridden {
  const value: Record<string, Json> = { ...object };
  const missed: MissedPath[] = [];
  for (const [key, change] of Object.entries(patch)) {
    const field = path ? `${path}.${key}` : key;
    const there = object[key];
    if (change === null) {
      if (there === undefined)
        missed.push({ field, rule: 'is not there to be removed', mend: 'take it out of the override' });
      delete value[key];
    } else if (isObject(change) && Array.isArray(there)) {
      const list = patchList(there, change, field);
      value[key] = list.value;
      missed.push(...list.missed);
    } else if (isObject(change) && isObject(there)) {
      const inner = applyOverride(there, change, field);
      value[key] = inner.value;
      missed.push(...inner.missed);
    } else {
      value[key] = change;
    }
  }
  return { value, missed };
}

/** Changes the elements of a list that the keys name, by their `name` or their index. */
function patchList(
  list: readonly Json[],
  patch: JsonObject,
  path: string,
): { readonly value: Json[]; readonly missed: MissedPath[] } {
  const value: (Json | undefined)[] = [...list];
  const missed: MissedPath[] = [];
  for (const [key, change] of Object.entries(patch)) {
    const index = list.findIndex((element, at) => (isObject(element) && element.name === key) || String(at) === key);
    const element = list[index];
    if (index < 0) {
      missed.push({
        field: `${path}.${key}`,
        rule: 'names no element of the list',
        mend: `there are ${elementNames(list)}`,
      });
    } else if (change !== null && isObject(change) && isObject(element)) {
      const inner = applyOverride(element, change, `${path}.${key}`);
      value[index] = inner.value;
      missed.push(...inner.missed);
    } else {
      value[index] = change === null ? undefined : change;
    }
  }
  return { value: value.filter((element) => element !== undefined), missed };
}

function elementNames(list: readonly Json[]): string {
  return (
    list
      .map((element, index) => (isObject(element) && typeof element.name === 'string' ? `"${element.name}"` : index))
      .join(', ') || 'none'
  );
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
