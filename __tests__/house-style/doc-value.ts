import { isDeepStrictEqual } from 'node:util';
import { parseExpression } from '@babel/parser';
import * as t from '@babel/types';
import { importsOf } from '../architecture/import-edge';
import type { Sources } from '../architecture/sources';
import { walk } from '../architecture/syntax';

/** Gives what a module exports, by its path in the project or its package name. */
export type Load = (module: string) => Readonly<Record<string, unknown>>;

/**
 * What an expression in a docstring comes to, in the words of the file that it stands in: its exports and its imports,
 * also those that are types only.
 *
 * @throws Error when it cannot be read, or uses a word that the file does not have
 */
export function docValue(expression: string, file: string, sources: Sources, load: Load): unknown {
  const words = wordsOf(expression);
  const values = words.map((word) => meaningOf(word, file, sources, load));
  return new Function(...words, `'use strict'; return (${expression});`)(...values);
}

/**
 * Whether two defaults are the same. A value that keeps a function (a probe does) is known by what it becomes in a
 * manifest; any other value by its fields.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (!isRendered(a) || !isRendered(b)) return isDeepStrictEqual(a, b);
  return a.constructor === b.constructor && isDeepStrictEqual(a.manifest('port'), b.manifest('port'));
}

interface Rendered {
  manifest(port: string): unknown;
}

function isRendered(value: unknown): value is Rendered {
  return typeof value === 'object' && value !== null && 'manifest' in value && typeof value.manifest === 'function';
}

function wordsOf(expression: string): string[] {
  const words = new Set<string>();
  const tree = t.expressionStatement(parseExpression(expression, { plugins: ['typescript'] }));
  walk(tree, (node, around) => {
    const parent = around.at(-1);
    if (t.isIdentifier(node) && parent && t.isReferenced(node, parent, around.at(-2))) words.add(node.name);
  });
  words.delete('undefined');
  return [...words];
}

function meaningOf(word: string, file: string, sources: Sources, load: Load): unknown {
  const own = load(file);
  if (word in own) return own[word];
  for (const { to, names } of importsOf(sources, file)) {
    const name = names.find(({ local }) => local === word);
    if (name) return name.imported === '*' ? load(to) : load(to)[name.imported];
  }
  throw new Error(`${word} is neither imported nor exported here`);
}
