import fc from 'fast-check';
import type { Manifest } from '../../lib/kubernetes/manifest';
import { copyOf } from './copy-of';
import { sitesIn } from './sites-in';

/** A field with a value that some manifest has there. */
type Graft = readonly [field: string, value: unknown];

/** Who changes these makes another object, or one that no server takes. */
const LEFT_ALONE = new Set(['apiVersion', 'kind', 'metadata', 'status', 'selector', 'labels', 'matchLabels']);

/**
 * Manifests that are nearly one of some others: fields taken out, and fields put in or changed for what another manifest has
 * in the same place, be it in a Pod or in a template.
 */
export function mutated(bases: readonly Manifest[]): fc.Arbitrary<Manifest> {
  const grafts = graftsOf(bases);
  const change = fc.record({ site: fc.nat(), graft: fc.nat(), takesOut: fc.nat(3).map((n) => n === 0) });
  return fc.record({ base: fc.nat(), changes: fc.array(change, { maxLength: 4 }) }).map(({ base, changes }) => {
    const object = copyOf(bases[base % bases.length] as Manifest);
    for (const { site, graft, takesOut } of changes) {
      const { fields, pattern } = pick(sitesIn(object, LEFT_ALONE), site);
      const [field, value] = pick(takesOut ? ownFields(fields) : (grafts.get(pattern) ?? []), graft) ?? [];
      if (field === undefined) continue;
      if (takesOut) delete fields[field];
      else fields[field] = copyOf(value);
    }
    return object;
  });
}

/** Fields by the pattern of the object that has them; each value once. */
function graftsOf(bases: readonly Manifest[]): ReadonlyMap<string, readonly Graft[]> {
  const known = new Map<string, Map<string, Graft>>();
  for (const { fields, pattern } of bases.flatMap((base) => sitesIn(base, LEFT_ALONE))) {
    const grafts = known.get(pattern) ?? new Map<string, Graft>();
    known.set(pattern, grafts);
    for (const graft of ownFields(fields)) grafts.set(JSON.stringify(graft), graft);
  }
  return new Map([...known].map(([pattern, grafts]) => [pattern, [...grafts.values()]]));
}

function pick<T>(all: readonly T[], place: number): T {
  return all[place % Math.max(all.length, 1)] as T;
}

function ownFields(fields: object): Graft[] {
  return Object.entries(fields).filter(([field]) => !LEFT_ALONE.has(field));
}
