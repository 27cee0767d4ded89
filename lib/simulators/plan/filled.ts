import type { Json, JsonObject } from '../../kubernetes/manifest';

/** What becomes of an object of the API where the server fills in what is not given. */
export type Fill = (given: JsonObject) => JsonObject;

/** Fills in constants. */
export const filled =
  (defaults: JsonObject): Fill =>
  (given) => ({ ...defaults, ...given });

/** A value that is an object; an empty one where it is none. */
export function objectOr(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
