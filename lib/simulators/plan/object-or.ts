import type { Json, JsonObject } from '../../kubernetes/manifest';

/** A value that is an object; an empty one where it is none. */
export function objectOr(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
