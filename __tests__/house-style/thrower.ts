import * as t from '@babel/types';
import { importsOf } from '../architecture/import-edge';
import type { Sources } from '../architecture/sources';
import { nameOf, walk } from '../architecture/syntax';
import { topLevel } from './exported';

/** Where a declaration stands, and what it is called: `lib/constructs/web.ts#Web`. */
export type Place = `${string}#${string}`;

/** A declaration: the codes that it throws itself, and the declarations of the project that it runs or makes. */
interface Thrower {
  readonly codes: readonly string[];
  readonly uses: readonly Place[];
}

/** Declarations that can throw an `InvalidProp`, themselves or by what they use; and the codes that they throw themselves. */
export function throwersOf(sources: Sources): ReadonlyMap<Place, readonly string[]> {
  const all = new Map([...sources.keys()].flatMap((file) => [...declarations(sources, file)]));
  const throwing = new Set([...all].filter(([, { codes }]) => codes.length > 0).map(([place]) => place));
  for (let before = -1; before < throwing.size; ) {
    before = throwing.size;
    for (const [place, { uses }] of all) if (uses.some((used) => throwing.has(used))) throwing.add(place);
  }
  return new Map([...throwing].map((place) => [place, all.get(place)?.codes ?? []]));
}

function declarations(sources: Sources, file: string): Map<Place, Thrower> {
  const words = wordsOf(sources, file);
  return new Map(
    topLevel(sources, file).map(({ name, node }) => [
      `${file}#${name}`,
      { codes: codesIn(node), uses: usesIn(node, words) },
    ]),
  );
}

/** What each word of a file stands for, its own and imported ones. */
function wordsOf(sources: Sources, file: string): ReadonlyMap<string, Place> {
  const own = topLevel(sources, file).map(({ name }): [string, Place] => [name, `${file}#${name}`]);
  const imported = importsOf(sources, file).flatMap(({ to, names }) =>
    names.map(({ local, imported }): [string, Place] => [local, `${to}#${imported}`]),
  );
  return new Map([...imported, ...own]);
}

/** Codes of the `new InvalidProp` in a declaration; one that is worked out counts, without a name. */
function codesIn(root: t.Node): string[] {
  const codes: string[] = [];
  walk(root, (node) => {
    if (t.isNewExpression(node) && nameOf(node.callee) === 'InvalidProp') codes.push(nameOf(node.arguments[0]));
  });
  return codes;
}

function usesIn(root: t.Node, words: ReadonlyMap<string, Place>): Place[] {
  const uses = new Set<Place>();
  walk(root, (node, around) => {
    const parent = around.at(-1);
    if (!t.isIdentifier(node) || !parent || !t.isReferenced(node, parent, around.at(-2))) return;
    const used = around.some((outer) => t.isTSType(outer)) ? undefined : words.get(node.name);
    if (used) uses.add(used);
  });
  return [...uses];
}
