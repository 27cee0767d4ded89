import * as t from '@babel/types';
import type { Sources } from '../architecture/sources';
import { lineOf, nameOf, syntaxOf } from '../architecture/syntax';
import { type DocComment, docOf } from './doc-comment';

/** Something that a file makes and exports. What it only hands on belongs to the file that makes it. */
export interface Exported {
  readonly name: string;
  readonly kind: 'class' | 'function' | 'constant' | 'type';
  readonly line: number;
  readonly doc?: DocComment;
  /** The declaration itself: class, function, declarator or type. */
  readonly node: t.Node;
}

/** A declaration at the top of a file, exported or not. */
export type TopLevel = Exported & { readonly exported: boolean };

/** What a file makes and exports, once each: overloads of a function are one. */
export function exportedBy(sources: Sources, file: string): Exported[] {
  return topLevel(sources, file).filter(({ exported }) => exported);
}

/** Every declaration at the top of a file. */
export function topLevel(sources: Sources, file: string): TopLevel[] {
  const { body } = syntaxOf(sources, file).program;
  const listed = new Set(
    body.flatMap((node) => (t.isExportNamedDeclaration(node) && !node.source ? node.specifiers.map(localOf) : [])),
  );
  const all = body.flatMap((statement) => {
    const isExport = t.isExportNamedDeclaration(statement) || t.isExportDefaultDeclaration(statement);
    const node = isExport ? statement.declaration : statement;
    return named(node).map((entry) => ({
      ...entry,
      exported: isExport || listed.has(entry.name),
      line: lineOf(statement),
      doc: docOf(statement),
    }));
  });
  return all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index);
}

function localOf(specifier: t.ExportNamedDeclaration['specifiers'][number]): string {
  return t.isExportSpecifier(specifier) ? specifier.local.name : '';
}

type Named = Pick<Exported, 'name' | 'kind' | 'node'>;

function named(node: t.Node | null | undefined): Named[] {
  if (t.isClassDeclaration(node)) return [{ name: nameOf(node.id) || 'default', kind: 'class', node }];
  if (t.isFunctionDeclaration(node) || t.isTSDeclareFunction(node)) {
    return [{ name: nameOf(node.id) || 'default', kind: 'function', node }];
  }
  if (t.isTSInterfaceDeclaration(node) || t.isTSTypeAliasDeclaration(node)) {
    return [{ name: node.id.name, kind: 'type', node }];
  }
  if (t.isTSEnumDeclaration(node)) return [{ name: node.id.name, kind: 'constant', node }];
  if (t.isExpression(node)) return [{ name: 'default', kind: 'constant', node }];
  return t.isVariableDeclaration(node) ? node.declarations.flatMap(constants) : [];
}

function constants(node: t.VariableDeclarator): Named[] {
  const kind = t.isFunction(node.init) ? 'function' : 'constant';
  return Object.keys(t.getBindingIdentifiers(node.id)).map((name) => ({ name, kind, node }));
}
