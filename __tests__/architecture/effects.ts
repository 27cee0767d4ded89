import { builtinModules } from 'node:module';
import * as t from '@babel/types';
import { type ImportEdge, importsOf } from './import-edge';
import { roomOf } from './rooms';
import type { Sources } from './sources';
import { lineOf, nameOf, syntaxOf, violation, walk } from './syntax';

/** Rooms that may look at the machine they run on. All others give the same answer to the same question, always. */
const OPEN_ROOMS = new Set(['main.ts', 'delivery', 'cli']);

/** Modules of node that only calculate. */
const PURE_MODULES = new Set(['assert', 'buffer', 'path', 'url', 'util']);

/** Names of other modules that only calculate. */
const PURE_NAMES: Readonly<Record<string, readonly string[]>> = { net: ['BlockList', 'isIP'] };

/** Files that read a disk elsewhere, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'lib/policies/catalogue.ts': 'finds the rules in the folders beside it: a rule is one new file and nothing else',
};

/** Names that stand for the machine, and what they read of it. */
const GLOBALS: Readonly<Record<string, string>> = {
  process: 'the process and its environment',
  performance: 'a clock',
  setTimeout: 'a clock',
  setInterval: 'a clock',
  crypto: 'randomness',
  fetch: 'the network',
  globalThis: 'globals',
};

const MEMBERS: Readonly<Record<string, string>> = { 'Date.now': 'a clock', 'Math.random': 'randomness' };

const MEND = 'take the value as an argument or a prop, and read it in main.ts, lib/delivery or lib/cli';

/** What reads the environment, a clock, randomness or a disk outside the rooms that may. */
export function effectViolations(sources: Sources): string[] {
  return [...sources.keys()]
    .filter((file) => !OPEN_ROOMS.has(roomOf(file)) && !Object.hasOwn(EXCEPTIONS, file))
    .flatMap((file) => [...importEffects(sources, file), ...codeEffects(sources, file)]);
}

function importEffects(sources: Sources, file: string): string[] {
  return importsOf(sources, file)
    .filter(({ to, isPackage }) => isPackage && (to.startsWith('node:') || builtinModules.includes(to)))
    .filter((edge) => !isPure(edge))
    .map(({ line, to }) => violation(file, line, `reads the machine by ${to}`, MEND));
}

/** What only calculates in node:crypto: a hash of a text, and what a certificate and a key say. */
const PURE_CRYPTO = new Set(['createHash', 'createPrivateKey', 'X509Certificate']);

function isPure({ from, to, names }: ImportEdge): boolean {
  const module = to.replace(/^node:/, '');
  if (module === 'crypto')
    return roomOf(from) === 'constructs' && names.every((name) => PURE_CRYPTO.has(name.imported));
  return (
    PURE_MODULES.has(module) ||
    (names.length > 0 && names.every(({ imported }) => PURE_NAMES[module]?.includes(imported)))
  );
}

function codeEffects(sources: Sources, file: string): string[] {
  const found: string[] = [];
  const tree = syntaxOf(sources, file);
  const own = declaredNames(tree);
  walk(tree, (node, around) => {
    const read = memberEffect(node) ?? dateEffect(node) ?? globalEffect(node, around, own);
    if (read) found.push(violation(file, lineOf(node), `reads ${read}`, MEND));
  });
  return found;
}

function memberEffect(node: t.Node): string | undefined {
  if (!t.isMemberExpression(node)) return undefined;
  const name = `${nameOf(node.object)}.${nameOf(node.property)}`;
  return MEMBERS[name] && `${MEMBERS[name]} (${name})`;
}

/** `new Date()` is now; `new Date(text)` is a calculation. */
function dateEffect(node: t.Node): string | undefined {
  const isNow = t.isNewExpression(node) && node.arguments.length === 0;
  const isCall = t.isCallExpression(node);
  return (isNow || isCall) && t.isIdentifier(node.callee, { name: 'Date' }) ? 'a clock (Date)' : undefined;
}

function globalEffect(node: t.Node, around: readonly t.Node[], own: ReadonlySet<string>): string | undefined {
  if (!t.isIdentifier(node) || !Object.hasOwn(GLOBALS, node.name) || own.has(node.name)) return undefined;
  const parent = around.at(-1);
  if (!parent || t.isTSType(parent) || !t.isReferenced(node, parent, around.at(-2))) return undefined;
  return `${GLOBALS[node.name]} (${node.name})`;
}

/** Names that the file gives to something of its own. */
function declaredNames(tree: t.File): ReadonlySet<string> {
  const names = new Set<string>();
  walk(tree, (node, around) => {
    const parent = around.at(-1);
    if (t.isIdentifier(node) && parent && t.isBinding(node, parent, around.at(-2))) names.add(node.name);
  });
  return names;
}
