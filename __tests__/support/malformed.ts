import fc from 'fast-check';
import type { Manifest } from '../../lib/kubernetes/manifest';
import { copyOf } from './copy-of';
import { type Site, sitesIn } from './sites-in';

/** What says where an object goes has to stay. */
const LEFT_ALONE = new Set(['apiVersion', 'kind', 'metadata']);

const VALUES = [null, 'text', '', '5', 7, -1, 1.5, true, [], ['a'], {}, { a: 'b' }, '2026-02-30T00:00:00Z', '1Gi'];

/** A field is taken out, called otherwise, given another value, or joined by one that nobody knows. */
type Change = 'out' | 'renamed' | 'valued' | 'joined';

/** Manifests some of whose fields are not what their kinds have. */
export function malformed(bases: readonly Manifest[]): fc.Arbitrary<Manifest> {
  const change = fc.record({
    site: fc.nat(),
    field: fc.nat(),
    how: fc.constantFrom<Change>('out', 'renamed', 'valued', 'valued', 'joined'),
    value: fc.constantFrom(...VALUES),
  });
  return fc.record({ base: fc.nat(), changes: fc.array(change, { maxLength: 2 }) }).map(({ base, changes }) => {
    const object = copyOf(bases[base % bases.length] as Manifest);
    for (const { site, field, how, value } of changes) {
      const sites = sitesIn(object, new Set());
      const { fields } = sites[site % sites.length] as Site;
      const names = Object.keys(fields).filter((name) => !LEFT_ALONE.has(name) && !isAddress(fields, name, object));
      const name = names[field % Math.max(names.length, 1)];
      if (name === undefined) continue;
      if (how === 'valued') fields[name] = copyOf(value);
      if (how === 'joined') fields.unheardOf = copyOf(value);
      if (how === 'renamed') fields[`${name}s`] = fields[name];
      if (how === 'renamed' || how === 'out') delete fields[name];
    }
    return object;
  });
}

/** Name and namespace say where an object is sent. */
function isAddress(fields: Site['fields'], name: string, { metadata }: Manifest): boolean {
  return fields === (metadata as object) && (name === 'name' || name === 'namespace');
}
