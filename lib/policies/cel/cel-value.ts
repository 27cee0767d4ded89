/**
 * A value as an expression sees it: whole numbers are integers, as in every built-in kind of Kubernetes, and a field that is
 * null is not there, as an API server reads it.
 */
export function celValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(celValue);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(fields.map(([key, inner]) => [key, celValue(inner)]));
}
