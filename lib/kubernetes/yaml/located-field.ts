import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { UnsafeChange } from './unsafe-change';

/** An entry of a map, as it was parsed. */
export type Entry = Pair<Node, Node | null>;

/** Where a field is, or is to be. */
export interface LocatedField {
  /** The innermost map on the way to the field. */
  readonly map: YAMLMap<Node, Node | null>;
  /** The entry that is the field, where it is there. */
  readonly entry?: Entry;
  /** Names on the way from the map to the field; of one that is there only its own. */
  readonly rest: readonly string[];
}

/**
 * Finds a field on its way through maps and lists.
 *
 * @throws UnsafeChange where the way leads through something that is written once and stands in several places, or through none
 */
export function locateField(root: Node, steps: readonly string[]): LocatedField {
  let node: Node | null = root;
  for (const [index, step] of steps.entries()) {
    requireOwn(node);
    if (isMap(node)) {
      const map = node as LocatedField['map'];
      const entry: Entry | undefined = map.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      if (!entry) return { map, rest: steps.slice(index) };
      if (index === steps.length - 1) return { map, entry, rest: [step] };
      node = entry.value;
    } else if (isSeq(node)) node = (node.items[Number(step)] as Node | undefined) ?? null;
    else break;
  }
  throw new UnsafeChange(`there is no place for ${steps.join('.')}`);
}

/** A change of what has an anchor would change what its aliases are. */
function requireOwn(node: Node | null): asserts node is Node {
  if (node === null || (isScalar(node) && node.value === null)) throw new UnsafeChange('what is around it is empty');
  if (isAlias(node)) throw new UnsafeChange(`it is shared: the alias *${node.source} stands for it`);
  if (isScalar(node)) throw new UnsafeChange('what is around it is no object');
  if ('anchor' in node && node.anchor) throw new UnsafeChange(`it is shared: the anchor &${node.anchor} is around it`);
}
