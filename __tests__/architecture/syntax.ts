import { type ParserOptions, parse } from '@babel/parser';
import * as t from '@babel/types';
import type { Sources } from './sources';

const OPTIONS: ParserOptions = { sourceType: 'module', plugins: ['typescript'] };

const parsed = new Map<string, t.File>();

/** Syntax tree of a file. Every check asks for it; each text is parsed once. */
export function syntaxOf(sources: Sources, file: string): t.File {
  const text = sources.get(file) ?? '';
  const known = parsed.get(text);
  if (known) return known;
  try {
    const tree: t.File = parse(text, OPTIONS);
    parsed.set(text, tree);
    return tree;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

/** Visits a node and all below it, each with the nodes around it, outermost first. */
export function walk(root: t.Node, visit: (node: t.Node, around: readonly t.Node[]) => void): void {
  t.traverse(root, (node, ancestors) =>
    visit(
      node,
      ancestors.map((ancestor) => ancestor.node),
    ),
  );
}

/** Line that a node begins on. */
export function lineOf(node: t.Node | null | undefined): number {
  return node?.loc?.start.line ?? 1;
}

/** Lines that a node takes. */
export function linesOf({ loc }: t.Node): number {
  return loc ? loc.end.line - loc.start.line + 1 : 0;
}

/** One violation as every check says it: where, what is wrong, and how to mend it. */
export function violation(file: string, line: number, wrong: string, mend: string): string {
  return `${file}:${line}: ${wrong}; ${mend}`;
}

/** The identifiers and strings that name a property, a member or an import. */
export function nameOf(node: t.Node | null | undefined): string {
  if (t.isIdentifier(node)) return node.name;
  if (t.isStringLiteral(node)) return node.value;
  return t.isPrivateName(node) ? `#${node.id.name}` : '';
}
