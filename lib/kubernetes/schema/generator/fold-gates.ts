import { minorRange } from '../minor-range';
import type { GateEntry, SchemasFile } from '../schemas-file';
import type { FeatureGates } from './feature-gates';

/**
 * Folds what several minors say of feature gates into one. A gate that is on in all of them says nothing, and neither does
 * one of a field that no kind leads to: they are left out. `all` is what the file covers, sorted.
 */
export function foldGates(
  byMinor: ReadonlyMap<string, FeatureGates>,
  definitions: SchemasFile['definitions'],
  all: readonly string[],
): SchemasFile['featureGates'] {
  const names = new Set([...byMinor.values()].flatMap(({ fields }) => [...fields.keys()]));
  const isKnown = (field: string) => {
    const [, definition = '', name = ''] = /^(.*)\.(\w+)$/.exec(field) ?? [];
    return definitions[definition]?.[name] !== undefined;
  };
  const entries = [...names].sort().map((gate): [string, GateEntry] => {
    const fields = new Set([...byMinor.values()].flatMap((one) => one.fields.get(gate) ?? []));
    const off = new Set(all.filter((minor) => byMinor.get(minor)?.off.has(gate)));
    return [gate, { offIn: minorRange.format(off, all), fields: [...fields].filter(isKnown).sort() }];
  });
  return Object.fromEntries(entries.filter(([, { offIn, fields }]) => offIn !== '' && fields.length > 0));
}

/** The other way round: what the file says of one minor. */
export function unfoldGates({ featureGates, minors }: SchemasFile, minor: string): FeatureGates {
  const all = minorRange.sort(Object.keys(minors));
  const entries = Object.entries(featureGates);
  return {
    off: new Set(entries.flatMap(([gate, { offIn }]) => (minorRange.parse(offIn, all).has(minor) ? gate : []))),
    fields: new Map(entries.map(([gate, { fields }]) => [gate, fields])),
  };
}
