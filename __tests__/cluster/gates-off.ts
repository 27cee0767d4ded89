import type { Schemas } from '../../lib/kubernetes/schema/schemas';

/** Status of an object, which people do not write, and what only drivers of devices and schedulers do. */
const NOT_WRITTEN = /^(core\.v1\.Node|resource\.|scheduling\.)/;

/** Feature gates that keep a field off in a minor which people write in objects that it serves by default. */
export function gatesOff({ kinds, object }: Schemas, minor: string): string[] {
  const gates = new Set<string>();
  const seen = new Set<string>();
  const open = [...kinds.values()]
    .filter(({ servedIn, offIn }) => servedIn.has(minor) && !offIn.has(minor))
    .map(({ definition }) => definition);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name) || NOT_WRITTEN.test(name)) continue;
    seen.add(name);
    for (const [field, types] of object(name).fields) {
      const known = field === 'status' ? undefined : types.find(({ servedIn }) => servedIn.has(minor));
      if (!known) continue;
      for (const gate of known.gates) if (gate.offIn.has(minor)) gates.add(gate.name);
      let { type } = known;
      while (type.is === 'array' || type.is === 'map') type = type.of;
      if (type.is === 'object') open.push(type.definition);
    }
  }
  return [...gates].sort();
}
