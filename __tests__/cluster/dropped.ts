import { fieldValue } from '../../lib/kubernetes/yaml/field-value';

/** What an API server leaves out where it says nothing. */
const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === false || value === 0 || value === '' || isEmpty(value);

const isEmpty = (value: unknown): boolean => typeof value === 'object' && Object.keys(Object(value)).length === 0;

/** Fields that were sent, and did not come back: `spec.containers[0].lifecycle`. Parts of what is missing are not named. */
export function dropped(sent: unknown, back: unknown, path = ''): string[] {
  if (isNothing(sent)) return [];
  if (back === undefined) return [path];
  if (typeof sent !== 'object') return [];
  return Object.entries(Object(sent)).flatMap(([key, value]) => {
    const place = Array.isArray(sent) ? `${path}[${key}]` : [path, key].filter(Boolean).join('.');
    return dropped(value, Reflect.get(Object(back), key), place);
  });
}

/** Whether a field that was sent came back; one with a default may come back with that. */
export function isKept(back: unknown, { field, got }: { readonly field: string; readonly got: unknown }): boolean {
  const value = fieldValue(back, field);
  return value === got || (typeof got === 'object' && value !== undefined);
}
