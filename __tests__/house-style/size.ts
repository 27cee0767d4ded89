import * as t from '@babel/types';
import type { Sources } from '../architecture/sources';
import { lineOf, linesOf, nameOf, syntaxOf, violation, walk } from '../architecture/syntax';

/** Above these a test fails. */
const MOST = { fileLines: 250, constructorLines: 25 };

/** Above these it is worth a look. */
const GOOD = { fileLines: 150, functionLines: 30, nesting: 2, parameters: 3 };

const SPLIT = 'split it by noun: too long means two of them';

/** Files and constructors that nobody reads in one go. */
export function sizeViolations(sources: Sources): string[] {
  return libraryFiles(sources).flatMap((file) => {
    const lines = linesIn(sources, file);
    const long = lines > MOST.fileLines ? [violation(file, 1, `has ${lines} lines of ${MOST.fileLines}`, SPLIT)] : [];
    const constructors = functionsOf(sources, file)
      .filter(({ name, node }) => name === 'constructor' && linesOf(node) > MOST.constructorLines)
      .map(({ node }) => {
        const wrong = `constructor has ${linesOf(node)} lines of ${MOST.constructorLines}`;
        return violation(file, lineOf(node), wrong, 'name its steps, or give parts to a construct of their own');
      });
    return [...long, ...constructors];
  });
}

/** What is larger than reads well, though it may be right: shown, never failed for. */
export function sizeHints(sources: Sources): string[] {
  return libraryFiles(sources).flatMap((file) => {
    const lines = linesIn(sources, file);
    const long = lines > GOOD.fileLines ? [`${file}:1: ${lines} lines of ${GOOD.fileLines}`] : [];
    return [...long, ...functionsOf(sources, file).flatMap(({ name, node }) => functionHints(file, name, node))];
  });
}

function functionHints(file: string, name: string, node: t.Function): string[] {
  const sizes: readonly (readonly [noun: string, size: number, good: number])[] = [
    ['lines', linesOf(node), GOOD.functionLines],
    ['levels of nesting', nestingOf(node), GOOD.nesting],
    ['parameters', node.params.length, GOOD.parameters],
  ];
  return sizes
    .filter(([, size, good]) => size > good)
    .map(([noun, size, good]) => `${file}:${lineOf(node)}: ${name}: ${size} ${noun} of ${good}`);
}

function libraryFiles(sources: Sources): string[] {
  return [...sources.keys()].filter((file) => file.startsWith('lib/'));
}

function linesIn(sources: Sources, file: string): number {
  return (sources.get(file) ?? '').replace(/\n$/, '').split('\n').length;
}

function functionsOf(sources: Sources, file: string): { readonly name: string; readonly node: t.Function }[] {
  const found: { readonly name: string; readonly node: t.Function }[] = [];
  walk(syntaxOf(sources, file), (node, around) => {
    if (t.isFunction(node)) found.push({ name: functionName(node, around.at(-1)), node });
  });
  return found;
}

function functionName(node: t.Function, parent: t.Node | undefined): string {
  if ('id' in node && node.id) return node.id.name;
  if ('key' in node) return nameOf(node.key) || 'method';
  if (t.isVariableDeclarator(parent)) return nameOf(parent.id);
  return t.isObjectProperty(parent) ? nameOf(parent.key) : 'a function without a name';
}

/** Deepest control statement in control statements; `else if` is no level, a function inside counts its own. */
function nestingOf(node: t.Node): number {
  const below = (t.VISITOR_KEYS[node.type] ?? []).flatMap((key) => {
    const child: unknown = Reflect.get(node, key);
    const children = (Array.isArray(child) ? child : [child]) as (t.Node | null | undefined)[];
    return children.map((entry) => (entry && !t.isFunction(entry) ? nestingOf(entry) + level(entry, key) : 0));
  });
  return Math.max(0, ...below);
}

function level(node: t.Node, key: string): number {
  if (t.isIfStatement(node)) return key === 'alternate' ? 0 : 1;
  return t.isLoop(node) || t.isSwitchStatement(node) || t.isTryStatement(node) ? 1 : 0;
}
