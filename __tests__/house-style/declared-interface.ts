import * as t from '@babel/types';
import { importsOf } from '../architecture/import-edge';
import type { Sources } from '../architecture/sources';
import { lineOf, nameOf, syntaxOf } from '../architecture/syntax';
import { type DocComment, docOf } from './doc-comment';

/** A member of an interface. */
export interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly file: string;
  readonly line: number;
  readonly doc?: DocComment;
}

/** An interface, or a type that is written like one. */
export interface DeclaredInterface {
  readonly name: string;
  readonly file: string;
  readonly exported: boolean;
  readonly members: readonly Member[];
  readonly parents: readonly Parent[];
}

/** What an interface extends, and which of its members come along: `Omit` and `Pick` are understood. */
interface Parent {
  readonly name: string;
  readonly takes: (member: string) => boolean;
}

/** Every interface of a file. */
export function interfacesOf(sources: Sources, file: string): DeclaredInterface[] {
  return syntaxOf(sources, file).program.body.flatMap((statement) => {
    const exported = t.isExportNamedDeclaration(statement);
    const node = exported ? statement.declaration : statement;
    if (t.isTSInterfaceDeclaration(node)) {
      const members = node.body.body.flatMap((member) => memberOf(member, file));
      return [{ name: node.id.name, file, exported, members, parents: (node.extends ?? []).flatMap(parentOf) }];
    }
    if (t.isTSTypeAliasDeclaration(node) && t.isTSTypeLiteral(node.typeAnnotation)) {
      const members = node.typeAnnotation.members.flatMap((member) => memberOf(member, file));
      return [{ name: node.id.name, file, exported, members, parents: [] }];
    }
    return [];
  });
}

/** Members that an interface has from those it extends, wherever in the project they stand. */
export function inheritedMembers(sources: Sources, { file, parents }: DeclaredInterface): Member[] {
  return parents.flatMap(({ name, takes }) => {
    const parent = findInterface(sources, file, name);
    const members = parent ? [...parent.members, ...inheritedMembers(sources, parent)] : [];
    return members.filter((member) => takes(member.name));
  });
}

function findInterface(sources: Sources, file: string, name: string): DeclaredInterface | undefined {
  const local = interfacesOf(sources, file).find((candidate) => candidate.name === name);
  if (local) return local;
  const edge = importsOf(sources, file).find(({ names }) => names.some(({ local }) => local === name));
  const imported = edge?.names.find(({ local }) => local === name)?.imported ?? '';
  return edge && sources.has(edge.to) ? findInterface(sources, edge.to, imported) : undefined;
}

function memberOf(node: t.TSTypeElement, file: string): Member[] {
  if (!t.isTSPropertySignature(node) && !t.isTSMethodSignature(node)) return [];
  return [{ name: nameOf(node.key), optional: node.optional === true, file, line: lineOf(node), doc: docOf(node) }];
}

function parentOf({ expression, typeParameters }: t.TSExpressionWithTypeArguments): Parent[] {
  if (!t.isIdentifier(expression)) return [];
  const [of, keys] = typeParameters?.params ?? [];
  if (!t.isTSTypeReference(of) || !t.isIdentifier(of.typeName)) return [{ name: expression.name, takes: () => true }];
  const named = new Set(keys ? literalsOf(keys) : []);
  const takes =
    expression.name === 'Omit'
      ? (member: string) => !named.has(member)
      : (member: string) => expression.name !== 'Pick' || named.has(member);
  return [{ name: of.typeName.name, takes }];
}

function literalsOf(type: t.TSType): string[] {
  if (t.isTSUnionType(type)) return type.types.flatMap(literalsOf);
  return t.isTSLiteralType(type) ? [nameOf(type.literal)] : [];
}
