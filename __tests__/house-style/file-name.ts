import * as t from '@babel/types';
import { kebabCase } from '../../lib/kubernetes/names';
import { roomOf } from '../architecture/rooms';
import type { Sources } from '../architecture/sources';
import { nameOf, violation, walk } from '../architecture/syntax';
import { type Exported, exportedBy } from './exported';

/** Files that export several things which are one, and why. An entry that is no longer needed fails. */
export const SEVERAL_THINGS: Readonly<Record<string, string>> = {
  'lib/constructs/override.ts': 'writes and reads the same metadata, whose type only it knows',
  'lib/delivery/file-names.ts': 'names of the files that the output has',
  'lib/delivery/owned-file.ts': 'writes and recognizes the same line',
  'lib/delivery/project.ts': 'where things lie in the project',
  'lib/policies/catalogue.ts': 'the same rules, all in a row and by what they are about',
  'lib/environments/clusters.ts': 'values that people write: the clusters, and which of them is home',
};

/** Names that say what something is for the program, not what it is. */
const EMPTY_NAMES = new Set(['util', 'utils', 'helper', 'helpers', 'manager', 'managers']);

/** Files that are not called after what they hold, hold several things, or have a name that says nothing. */
export function nameViolations(sources: Sources, several = SEVERAL_THINGS): string[] {
  const stale = Object.keys(several).filter((file) => !sources.has(file) || isOneThing(sources, file));
  return [
    ...[...sources.keys()].flatMap((file) => [...caseViolations(file), ...emptyNames(sources, file)]),
    ...[...sources.keys()].flatMap((file) => (Object.hasOwn(several, file) ? [] : thingViolations(sources, file))),
    ...stale.map((file) => violation(file, 1, 'needs no exception', 'take it out of SEVERAL_THINGS')),
  ];
}

function caseViolations(file: string): string[] {
  const bindings = /^imports\/[a-z0-9.-]+\.ts$/; // named as the API group
  if (bindings.test(file) || /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(file.split('/').at(-1) ?? '')) return [];
  return [violation(file, 1, 'is not called in kebab-case', `call it ${kebabCase(stemOf(file))}.ts`)];
}

function emptyNames(sources: Sources, file: string): string[] {
  const names = [{ name: file.replace(/\.ts$/, ''), line: 1 }, ...exportedBy(sources, file)];
  return names
    .filter(({ name }) =>
      name.split('/').some((part) =>
        kebabCase(part)
          .split('-')
          .some((word) => EMPTY_NAMES.has(word)),
      ),
    )
    .map(({ name, line }) => violation(file, line, `${name} says nothing`, 'call it after the noun that it is'));
}

function thingViolations(sources: Sources, file: string): string[] {
  if (isOneThing(sources, file)) return [];
  const values = valuesOf(sources, file);
  const [first] = values;
  if (first && values.length === 1) {
    const mend = `call it ${kebabCase(first.name)}.ts, or ${first.name} after the file`;
    return [violation(file, first.line, `exports ${first.name}, which the file is not called after`, mend)];
  }
  if (!first) return [violation(file, 1, 'is called after none of its types', 'call it after the main one')];
  const wrong = `exports ${values.length} things: ${values.map(({ name }) => name).join(', ')}`;
  const mend = 'give each a file of its own, or export only what others use';
  return [violation(file, values[1]?.line ?? 1, wrong, mend)];
}

/**
 * One thing and its types, and the file is called after the thing; or a type and the functions that make it or take it,
 * after the type; or, in lib/kubernetes, words about one subject, after the subject.
 */
function isOneThing(sources: Sources, file: string): boolean {
  if (!file.startsWith('lib/') || file === 'lib/index.ts') return true;
  const all = exportedBy(sources, file);
  const values = valuesOf(sources, file);
  if (all.length === 0 || (roomOf(file) === 'kubernetes' && all.some((word) => isAbout(file, word)))) return true;
  const [first] = values;
  if (first && values.length === 1 && isCalledAfter(file, first)) return true;
  const types = all.filter(({ kind }) => kind === 'type');
  const own = new Set(types.map(({ name }) => name));
  return types.some((type) => isCalledAfter(file, type)) && values.every((value) => isOf(value, own));
}

function valuesOf(sources: Sources, file: string): Exported[] {
  return exportedBy(sources, file).filter(({ name, kind }) => kind !== 'type' && name !== 'DEFAULTS');
}

/** `hello-service.ts` holds HelloService; in a room of charts `hello.ts` may hold HelloChart. */
function isCalledAfter(file: string, { name }: Exported): boolean {
  const room = roomOf(file).replace(/s$/, '');
  return [stemOf(file), stemOf(file) + room].some((called) => letters(called) === letters(name));
}

/** `labels.ts` holds words such as labelValueProblem: in some order, in the singular or the plural. */
function isAbout(file: string, { name }: Exported): boolean {
  const subject = stemOf(file).split('-');
  return subject.every((word) => letters(name).includes(word.replace(/s$/, '')));
}

/** `openApiSource`, `open-api-source` and `openapi-source` are one name. */
function letters(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Whether a function takes or gives one of these types. */
function isOf({ kind, node }: Exported, types: ReadonlySet<string>): boolean {
  let found = false;
  const isSignature = (outer: t.Node) => !t.isBlockStatement(outer);
  walk(node, (inner, around) => {
    found ||= t.isTSTypeReference(inner) && types.has(nameOf(inner.typeName)) && around.every(isSignature);
  });
  return kind === 'function' && found;
}

function stemOf(file: string): string {
  return (file.split('/').at(-1) ?? '').replace(/\.ts$/, '');
}
