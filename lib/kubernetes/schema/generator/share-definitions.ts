import { fieldType } from '../field-type';
import type { SchemaEntry } from '../schema-entry';
import type { MinorDefinition, MinorSchemas } from './minor-schemas';

/**
 * Makes one of all definitions that say the same, by the name of the first: custom resources repeat themselves from version to
 * version, and within one kind a hundred times.
 */
export function shareDefinitions({ kinds, definitions }: MinorSchemas): MinorSchemas {
  const firstByContent = new Map<string, string>();
  const sharedNames = new Map<string, string>();
  const shared: Record<string, MinorDefinition> = {};

  const sharedEntry = (entry: SchemaEntry): SchemaEntry => {
    const name = fieldType.definitionIn(entry.type);
    return name === undefined ? entry : { ...entry, type: entry.type.slice(0, -name.length) + share(name) };
  };
  // no definition leads back to itself: a schema of OpenAPI v3 in a CustomResourceDefinition cannot
  const share = (name: string): string => {
    const definition = definitions[name];
    const known = sharedNames.get(name);
    if (known !== undefined || !definition) return known ?? name;
    const content = Object.fromEntries(Object.entries(definition).map(([field, entry]) => [field, sharedEntry(entry)]));
    const words = JSON.stringify(content);
    const first = firstByContent.get(words) ?? name;
    firstByContent.set(words, first);
    sharedNames.set(name, first);
    shared[first] = content;
    return first;
  };
  const ofKinds = Object.entries(kinds).map(([kind, entry]) => [kind, { ...entry, type: share(entry.type) }] as const);
  return { kinds: Object.fromEntries(ofKinds), definitions: shared };
}
