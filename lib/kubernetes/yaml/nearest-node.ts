import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';

/**
 * Where a field begins in a document: its key, or the item of a list; where it is not there, the nearest one around it.
 *
 * @param root the object
 * @param field as rules write it: `spec.ports[0].name`, `metadata.labels[app.kubernetes.io/name]`
 */
export function nearestNode(document: Document, root: Node, field: string): Node {
  let here: Node = root;
  let value: Node | undefined = root;
  let rest = field;
  while (rest !== '' && value) {
    const step = stepInto(document, value, rest);
    if (!step) break;
    here = step.shown;
    value = step.value;
    rest = step.rest;
  }
  return here;
}

interface Step {
  /** What stands for the field. */
  readonly shown: Node;
  readonly value?: Node;
  /** What of the path is left. */
  readonly rest: string;
}

function stepInto(document: Document, at: Node, path: string): Step | undefined {
  const node = isAlias(at) ? at.resolve(document) : at;
  if (isSeq(node)) {
    const [whole = '', index] = /^\[(\d+)\]\.?/.exec(path) ?? [];
    const item = index === undefined ? undefined : (node.items[Number(index)] as Node | undefined);
    return item && { shown: item, value: item, rest: path.slice(whole.length) };
  }
  if (!isMap(node)) return undefined;
  // a name may itself have dots
  for (const { name, rest } of namesAt(path)) {
    const pair = pairOf(document, node, name);
    if (pair) return { shown: pair.key, value: pair.value ?? undefined, rest };
  }
  return undefined;
}

/** Names that a path may begin with, the longest first. */
function namesAt(path: string): { readonly name: string; readonly rest: string }[] {
  const [whole, key] = /^\[([^\]]*)\]\.?/.exec(path) ?? [];
  if (whole !== undefined && key !== undefined) return [{ name: key, rest: path.slice(whole.length) }];
  const ends = [...path.matchAll(/[.[]|$/g)].map(({ index }) => index).filter((end) => end > 0);
  return ends.reverse().map((end) => ({ name: path.slice(0, end), rest: path.slice(end).replace(/^\./, '') }));
}

type Known = Pair<Node, Node | null>;

/** The entry of this name, also of a map that is merged into this one. */
function pairOf(document: Document, map: YAMLMap, name: string): Known | undefined {
  const pairs = map.items as Known[];
  const own = pairs.find(({ key }) => isScalar(key) && String(key.value) === name);
  if (own) return own;
  const merged = pairs.filter(({ key }) => isScalar(key) && key.source === '<<').map(({ value }) => value);
  for (const source of merged) {
    const node = isAlias(source) ? source.resolve(document) : source;
    const pair = isMap(node) ? pairOf(document, node, name) : undefined;
    if (pair) return pair;
  }
  return undefined;
}
