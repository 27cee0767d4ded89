import type { Finding } from '../policies/finding';
import type { Excused } from '../policies/judge';
import type { EnvironmentVerdict } from './environment-verdict';

/**
 * What rules found that did not stop a synthesis, in a line for each environment, and what somebody excused, in a line for
 * each rule and reason.
 *
 * @param folder where the output lies, for who wants to see each finding
 */
export function verdictLines(verdicts: readonly EnvironmentVerdict[], folder: string): string[] {
  const told = verdicts.filter((verdict) => verdict.told.length > 0);
  return [
    ...told.map(({ name, policies: { level }, kubernetesVersion, told }) => {
      const more = `npm run check -- ${folder}/${name}.*.yaml --level ${level} --kubernetes ${kubernetesVersion}`;
      return `  told     ${name}: ${byRule(told)} (each: ${more})`;
    }),
    ...excusedLines(verdicts),
  ];
}

function byRule(findings: readonly Finding[]): string {
  return [...countedBy(findings, ({ rule }) => rule)].map(([rule, count]) => `${rule} ${count}`).join(', ');
}

/** An exception of one owner for one reason is said once, with the environments that have it. */
function excusedLines(verdicts: readonly EnvironmentVerdict[]): string[] {
  const found = verdicts.flatMap(({ name, excused }) => excused.map((one) => ({ ...one, name })));
  const words = ({ rule, owner, reason }: Excused) => `${rule}, by ${owner}: ${reason}`;
  return [...countedBy(found, words)].map(([said, count]) => {
    const where = new Set(found.filter((one) => words(one) === said).map(({ name }) => name));
    return `  excused  ${said} (${count} in ${[...where].join(', ')})`;
  });
}

function countedBy<T>(values: readonly T[], key: (value: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(key(value), (counts.get(key(value)) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
