/** A copy of what JSON can hold. jest's structuredClone makes lists of another realm, which the CEL engine takes for none. */
export function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
