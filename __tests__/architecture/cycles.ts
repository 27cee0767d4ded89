import { type ImportEdge, importsOf } from './import-edge';
import type { Sources } from './sources';

const MEND = 'move what both need to a file of its own that imports neither';

/** Every ring of files that import each other, types too, the shortest one through each file. */
export function importCycles(sources: Sources): string[] {
  const edges = new Map(
    [...sources.keys()].map((file) => [file, importsOf(sources, file).filter(({ to }) => sources.has(to))]),
  );
  const rings = [...sources.keys()].flatMap((file) => {
    const ring = shortestRing(file, edges);
    return ring ? [sentence(fromLeast(ring))] : [];
  });
  return [...new Set(rings)];
}

/** Breadth first from a file back to itself. */
function shortestRing(start: string, edges: ReadonlyMap<string, readonly ImportEdge[]>): ImportEdge[] | undefined {
  const seen = new Set<string>();
  let paths: ImportEdge[][] = [[]];
  while (paths.length > 0) {
    const longer = paths.flatMap((path) => (edges.get(path.at(-1)?.to ?? start) ?? []).map((edge) => [...path, edge]));
    const ring = longer.find((path) => path.at(-1)?.to === start);
    if (ring) return ring;
    paths = longer.filter((path) => {
      const end = path.at(-1)?.to ?? '';
      return !seen.has(end) && seen.add(end);
    });
  }
  return undefined;
}

/** The same ring is the same sentence, wherever it was found from. */
function fromLeast(ring: readonly ImportEdge[]): ImportEdge[] {
  const least = ring.map(({ from }) => from).sort()[0];
  const start = ring.findIndex(({ from }) => from === least);
  return [...ring.slice(start), ...ring.slice(0, start)];
}

function sentence(ring: readonly ImportEdge[]): string {
  const stations = ring.map(({ from, line }) => `${from}:${line}`);
  return `${[...stations, ring[0]?.from].join(' -> ')}: import each other; ${MEND}`;
}
