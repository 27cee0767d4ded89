import { minorRange } from '../minor-range';
import { type SchemaEntry, schemaEntry } from '../schema-entry';
import type { EntryText, SchemasFile } from '../schemas-file';
import { unfoldGates } from './fold-gates';
import { type MinorDefinition, type MinorSchemas, reachableSchemas } from './minor-schemas';

/** The other way round of `compactSchemas`: what the file says of one minor. */
export function expandSchemas(file: SchemasFile, minor: string): MinorSchemas {
  const all = minorRange.sort(Object.keys(file.minors));

  const entryIn = (text: EntryText): SchemaEntry | undefined => {
    const spans = [text].flat().map((one) => schemaEntry.parse(one, all));
    const span = spans.find((one) => one.servedIn.has(minor));
    return span && { type: span.type, note: span.note, marked: span.markedIn.has(minor) };
  };
  const recordIn = (record: Readonly<Record<string, EntryText>>): Record<string, SchemaEntry> =>
    Object.fromEntries(
      Object.entries(record).flatMap(([key, text]) => {
        const entry = entryIn(text);
        return entry ? [[key, entry] as const] : [];
      }),
    );

  const definitions = Object.entries(file.definitions).map(
    ([name, fields]) => [name, recordIn(fields) as MinorDefinition] as const,
  );
  const found = reachableSchemas({ kinds: recordIn(file.kinds), definitions: Object.fromEntries(definitions) });
  return { ...found, featureGates: unfoldGates(file, minor) };
}
