import * as t from '@babel/types';
import type { Sources } from '../architecture/sources';
import { nameOf, violation } from '../architecture/syntax';
import { type DocComment, tagOf } from './doc-comment';
import { type Exported, exportedBy } from './exported';
import { throwersOf } from './thrower';

/** Construct classes whose docs lack an example, or do not say what they throw. */
export function constructDocViolations(sources: Sources): string[] {
  const throwers = throwersOf(sources);
  return [...sources.keys()]
    .filter((file) => file.startsWith('lib/constructs/'))
    .flatMap((file) =>
      exportedBy(sources, file)
        .filter(isConstruct)
        .flatMap(({ name, line, doc }) => {
          const codes = throwers.get(`${file}#${name}`);
          return [...exampleViolations(doc), ...(codes ? throwsViolations(doc, codes) : [])].map(([wrong, mend]) =>
            violation(file, line, `${name} ${wrong}`, mend),
          );
        }),
    );
}

type Wrong = readonly [wrong: string, mend: string];

function isConstruct({ node }: Exported): boolean {
  return t.isClassDeclaration(node) && nameOf(node.superClass) === 'Construct';
}

function exampleViolations(doc: DocComment | undefined): Wrong[] {
  return tagOf(doc, 'example') ? [] : [['has no @example', 'show the line of a chart that makes one']];
}

/** A construct that throws only by its parts may say so in words; codes of its own are named. */
function throwsViolations(doc: DocComment | undefined, codes: readonly string[]): Wrong[] {
  const said = (doc?.tags ?? []).filter(({ name, text }) => name === 'throws' && text.startsWith('InvalidProp'));
  if (said.length === 0) {
    return [['can throw InvalidProp and has no @throws', 'add "@throws InvalidProp" and the codes']];
  }
  return codes
    .filter((code) => code && !said.some(({ text }) => text.includes(`\`${code}\``)))
    .map((code) => [`throws ${code}, which its @throws does not name`, `add \`${code}\` to it`]);
}
