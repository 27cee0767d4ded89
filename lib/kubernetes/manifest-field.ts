import type { JsonObject } from './manifest';

/** The value of a field of a manifest, by the names on the way: `spec.selector`; nothing where one of them is not there. */
export function manifestField(manifest: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), manifest);
}

/** The text that a field holds; nothing where it holds none, or an empty one. */
export function manifestFieldText(manifest: unknown, path: string): string | undefined {
  const value = manifestField(manifest, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The object that a field holds; an empty one where it holds none. */
export function manifestFieldObject(manifest: unknown, path: string): JsonObject {
  const value = manifestField(manifest, path);
  return isObject(value) ? value : {};
}

/** The list that a field holds; an empty one where it holds none. */
export function manifestFieldList(manifest: unknown, path: string): readonly unknown[] {
  const value = manifestField(manifest, path);
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
