import type { Json, JsonObject } from '../manifest';
import { plainDocuments } from './plain-documents';

/** An entry of a map in block style, a line each, indented by so many spaces. */
export function blockEntryText(name: string, value: Json, indent: number): readonly string[] {
  const key = `${' '.repeat(indent)}${scalarText(name)}:`;
  if (!isObject(value) || Object.keys(value).length === 0) return [`${key} ${flowValue(value)}`];
  return [key, ...Object.entries(value).flatMap(([inner, one]) => blockEntryText(inner, one, indent + 2))];
}

/** An entry of a map in flow style. */
export function flowEntryText(name: string, value: Json): string {
  return `${scalarText(name)}: ${flowValue(value)}`;
}

/** An entry of an object in JSON. */
export function jsonEntryText(name: string, value: Json): string {
  return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
}

function flowValue(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(flowValue).join(', ')}]`;
  if (!isObject(value)) return scalarText(value);
  const entries = Object.entries(value).map(([name, inner]) => flowEntryText(name, inner));
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** A text without quotes where every reader takes it for one, also between brackets. */
export function scalarText(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const isPlain =
    /^[\w./-]+$/.test(value) && plainDocuments(`a: ${value}`)?.every((one) => Reflect.get(Object(one), 'a') === value);
  return isPlain ? value : JSON.stringify(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
