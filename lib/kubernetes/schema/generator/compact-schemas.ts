import { type Minors, minorRange } from '../minor-range';
import { type SchemaEntry, type SchemaEntrySpan, schemaEntry } from '../schema-entry';
import type { EntryText, SchemasFile } from '../schemas-file';
import { foldGates } from './fold-gates';
import type { MinorSchemas } from './minor-schemas';

/** Something that minors may say differently. */
type ByMinor<T> = ReadonlyMap<string, T>;

/** For each key that any minor has: what each minor says. */
function transpose<T>(records: ByMinor<Readonly<Record<string, T>>>): Map<string, Map<string, T>> {
  const byKey = new Map<string, Map<string, T>>();
  for (const [minor, record] of records) {
    for (const [key, value] of Object.entries(record)) byKey.set(key, (byKey.get(key) ?? new Map()).set(minor, value));
  }
  return byKey;
}

/** One span for each thing that minors say of the entry, in order of age. */
function spansOf(entries: ByMinor<SchemaEntry>): SchemaEntrySpan[] {
  const said = ({ type, note }: SchemaEntry) => `${type} ${note}`;
  const different = new Map([...entries.values()].map((entry) => [said(entry), entry]));
  return [...different].map(([words, { type, note }]) => {
    const same = [...entries].filter(([, entry]) => said(entry) === words);
    const marked = same.filter(([, entry]) => entry.marked);
    const minorsOf = (some: typeof same) => new Set(some.map(([minor]) => minor));
    return { type, note, markedIn: minorsOf(marked), servedIn: minorsOf(same) };
  });
}

const gatesOf = ([minor, { featureGates }]: readonly [string, MinorSchemas]) =>
  featureGates ? [[minor, featureGates] as const] : [];

/** Folds one record of entries; `parent` is where the record itself exists. */
function fold(records: ByMinor<Readonly<Record<string, SchemaEntry>>>, parent: Minors, all: readonly string[]) {
  const folded: Record<string, EntryText> = {};
  for (const [key, entries] of transpose(records)) {
    const texts = spansOf(entries).map((span) => schemaEntry.format(span, parent, all));
    folded[key] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return folded;
}

/**
 * Folds the schemas of several minors into one: what they share is said once, what differs says in which minors.
 *
 * `sources` says where each minor is from, `customSources` where custom resources are from.
 */
export function compactSchemas(
  schemas: ByMinor<MinorSchemas>,
  sources: ByMinor<string>,
  customSources: SchemasFile['customSources'],
): SchemasFile {
  const all = minorRange.sort(schemas.keys());
  const sorted = all.flatMap((minor) => [schemas.get(minor)].flatMap((one) => (one ? [[minor, one] as const] : [])));
  const definitions = transpose(new Map(sorted.map(([minor, one]) => [minor, one.definitions])));
  const folded = [...definitions].map(
    ([name, byMinor]) => [name, fold(byMinor, new Set(byMinor.keys()), all)] as const,
  );
  const definitionTexts = Object.fromEntries(folded);
  return {
    minors: Object.fromEntries(all.map((minor) => [minor, sources.get(minor) ?? ''])),
    customSources,
    kinds: fold(new Map(sorted.map(([minor, one]) => [minor, one.kinds])), new Set(all), all),
    featureGates: foldGates(new Map(sorted.flatMap(gatesOf)), definitionTexts, all),
    definitions: definitionTexts,
  };
}
