import type { Sources } from '../architecture/sources';
import { violation } from '../architecture/syntax';
import { interfacesOf } from './declared-interface';
import { exportedBy } from './exported';

/** What people fill in: each member is a question that its docstring asks. */
const FILLED_IN = /(Props|Options)$/;

/** Exports, and members of exported props, that no docstring explains. Tags alone explain nothing. */
export function docViolations(sources: Sources): string[] {
  return [...sources.keys()].flatMap((file) => [...exportViolations(sources, file), ...propViolations(sources, file)]);
}

function exportViolations(sources: Sources, file: string): string[] {
  return exportedBy(sources, file)
    .filter(({ doc }) => !doc?.text)
    .map(({ name, line }) =>
      violation(file, line, `${name} is exported and has no docstring`, 'say what it is, in a sentence or two'),
    );
}

function propViolations(sources: Sources, file: string): string[] {
  const mend = 'say what it is, its unit or range, and why one would set it';
  return interfacesOf(sources, file)
    .filter(({ name, exported }) => exported && FILLED_IN.test(name))
    .flatMap(({ name, members }) => members.map((member) => ({ title: `${name}.${member.name}`, member })))
    .filter(({ member }) => !member.doc?.text)
    .map(({ title, member }) => violation(file, member.line, `${title} has no docstring`, mend));
}
