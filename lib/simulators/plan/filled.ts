import type { JsonObject } from '../../kubernetes/manifest';

/** What becomes of an object of the API where the server fills in what is not given. */
export type Fill = (given: JsonObject) => JsonObject;

/** Fills in constants. */
export const filled =
  (defaults: JsonObject): Fill =>
  (given) => ({ ...defaults, ...given });
