import type { Manifest } from '../../kubernetes/manifest';

/**
 * How alike two objects of a kind are, 0 to 1: the share of what they say that they both say, where the one is called by the
 * name of the other. What names say weighs as much as anything else.
 */
export function similarity(before: Manifest, after: Manifest): number {
  const old = new Set(leaves(renamedTo(before, after), ''));
  const now = new Set(leaves(after, ''));
  const both = [...now].filter((leaf) => old.has(leaf)).length;
  const all = old.size + now.size - both;
  return all === 0 ? 1 : both / all;
}

/** The object with its own name, wherever it stands as a word, replaced by that of the other, and in its namespace. */
function renamedTo(before: Manifest, { metadata }: Manifest): unknown {
  const { name: old = '', namespace } = before.metadata;
  const { name = '' } = metadata;
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return value === old ? name : value === namespace ? metadata.namespace : value;
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rename(inner)]));
  };
  return rename(before);
}

function leaves(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}=${JSON.stringify(value)}`];
  if (Object.keys(value).length === 0) return [`${path}={}`];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}
