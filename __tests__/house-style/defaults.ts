import * as t from '@babel/types';
import type { Sources } from '../architecture/sources';
import { lineOf, nameOf, syntaxOf, violation, walk } from '../architecture/syntax';
import { type DeclaredInterface, inheritedMembers, interfacesOf, type Member } from './declared-interface';
import { tagOf } from './doc-comment';
import { docValue, type Load, sameValue } from './doc-value';

type Table = Readonly<Record<string, unknown>>;

/** What a check of one file needs to know. */
interface Context {
  readonly sources: Sources;
  readonly file: string;
  readonly load: Load;
  /** What the file exports as `DEFAULTS`. */
  readonly table?: Table;
}

/** Props whose `@default` and the table `DEFAULTS` of their file say different things, or one of them nothing. */
export function defaultViolations(sources: Sources, load: Load): string[] {
  return [...sources.keys()]
    .filter((file) => file.startsWith('lib/constructs/'))
    .flatMap((file) => {
      const seen = seenInterfaces(sources, file);
      const table = exportsDefaults(sources, file) ? (load(file).DEFAULTS as Table) : undefined;
      const context: Context = { sources, file, load, table };
      const optional = seen.flatMap(({ name, members }) =>
        members.filter((member) => member.optional).map((member) => ({ title: `${name}.${member.name}`, member })),
      );
      return [
        ...optional.flatMap(({ title, member }) => memberViolations(title, member, context)),
        ...Object.keys(table ?? {}).flatMap((entry) => entryViolations(entry, seen, context)),
      ];
    });
}

/** Interfaces that users of the file meet: the exported ones, and those of the file that others extend. */
function seenInterfaces(sources: Sources, file: string): DeclaredInterface[] {
  const declared = interfacesOf(sources, file);
  const extended = new Set(declared.flatMap(({ parents }) => parents.map(({ name }) => name)));
  return declared.filter(({ name, exported }) => exported || extended.has(name));
}

/** One optional prop against the table of its file. */
function memberViolations(title: string, member: Member, context: Context): string[] {
  const { name, file, line } = member;
  const said = tagOf(member.doc, 'default');
  if (!said) {
    const mend = 'say what leaving it out means: a value that DEFAULTS has, or words after "- "';
    return [violation(file, line, `${title} is optional and has no @default`, mend)];
  }
  const held = context.table && Object.hasOwn(context.table, name);
  if (said.startsWith('- ')) {
    const mend = 'write the value that it has there, or take it out of DEFAULTS';
    return held
      ? [violation(file, line, `${title}: @default is words, but ${tableFor(file, context)} has it`, mend)]
      : [];
  }
  if (held) return valueViolations(title, said, member, context);
  const wrong = context.table ? 'DEFAULTS has no such entry' : 'the file exports no DEFAULTS';
  return [
    violation(file, line, `${title}: @default is ${said}, but ${wrong}`, 'add it there, or write words after "- "'),
  ];
}

function valueViolations(title: string, said: string, { name, file, line }: Member, context: Context): string[] {
  const value = context.table?.[name];
  try {
    if (sameValue(docValue(said, file, context.sources, context.load), value)) return [];
    const held = entryIn(context, name).text;
    const wrong = `${title}: @default is ${said}, but ${tableFor(file, context)} has ${held}`;
    return [violation(file, line, wrong, 'make them the same')];
  } catch (error) {
    const wrong = `${title}: @default ${said} cannot be evaluated (${(error as Error).message})`;
    const mend = 'write an expression in the words of this file, or words after "- "';
    return [violation(file, line, wrong, mend)];
  }
}

/** One entry of the table against the props: its own were held against it above, inherited ones still are to be. */
function entryViolations(entry: string, seen: readonly DeclaredInterface[], context: Context): string[] {
  const named = (members: readonly Member[]) => members.filter(({ name, optional }) => name === entry && optional);
  if (seen.some(({ members }) => named(members).length > 0)) return [];
  const inherited = seen.flatMap((candidate) => named(inheritedMembers(context.sources, candidate)));
  if (inherited.length > 0) return inherited.flatMap((member) => memberViolations(entry, member, context));
  const mend = 'take it out, or make the prop of that name optional, with its @default';
  return [
    violation(context.file, entryIn(context, entry).line, `DEFAULTS.${entry} is the default of no optional prop`, mend),
  ];
}

function exportsDefaults(sources: Sources, file: string): boolean {
  return syntaxOf(sources, file).program.body.some((node) => {
    if (!t.isExportNamedDeclaration(node)) return false;
    const declared = t.isVariableDeclaration(node.declaration) ? node.declaration.declarations : [];
    const names = [...declared.map(({ id }) => nameOf(id)), ...node.specifiers.map(({ exported }) => nameOf(exported))];
    return names.includes('DEFAULTS');
  });
}

/** Where an entry of the table stands, and what it is as it is written. */
function entryIn({ sources, file, table }: Context, entry: string): { readonly line: number; readonly text: string } {
  const found: t.ObjectProperty[] = [];
  walk(syntaxOf(sources, file), (node, around) => {
    const inTable = around.some((outer) => t.isVariableDeclarator(outer) && nameOf(outer.id) === 'DEFAULTS');
    if (inTable && t.isObjectProperty(node) && nameOf(node.key) === entry) found.push(node);
  });
  const { start, end } = found[0]?.value ?? {};
  const written = (sources.get(file) ?? '').slice(start ?? 0, end ?? 0);
  return { line: lineOf(found[0]), text: written || JSON.stringify(table?.[entry]) };
}

function tableFor(file: string, context: Context): string {
  return file === context.file ? 'DEFAULTS' : `DEFAULTS of ${context.file}`;
}
