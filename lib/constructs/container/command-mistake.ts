import type { Mistake } from '../mistake';
import type { ContainerProps } from './container-props';
import type { ContainerUse } from './container-use';
import { shellLine } from './shell-line';

/** Programs that say or fetch one thing and end. */
const ONE_SHOT = /^(\/usr)?(\/bin\/)?(cat|cp|curl|date|echo|env|false|ls|mkdir|nslookup|printf|rm|touch|true|wget)$/;

/**
 * A command that ends at once in a container that is started again for ever, which Kubernetes calls CrashLoopBackOff; and
 * an empty one. A rule of thumb: it knows the usual programs, alone or as the last of a shell's line.
 */
export function commandMistake(
  { command, args = [] }: ContainerProps,
  { restarts }: ContainerUse,
): Mistake | undefined {
  if (command?.length === 0) {
    const mend = 'leave it out, or give the program and its arguments';
    return { code: 'InvalidCommand', prop: 'command', got: command, rule: 'must not be empty', mend };
  }
  if (restarts !== 'always') return undefined;
  const words = [...(command ?? []), ...args];
  const line = shellLine(words);
  const last = line === undefined ? (words[0] ?? '') : lastProgram(line);
  if (!ONE_SHOT.test(last)) return undefined;
  const rule = `must not end at once in a container that is always restarted: ${last} does`;
  const mend = 'make it a BatchJob, an init container, or let the Pod restart "OnFailure" or "Never"';
  return { code: 'EndsAtOnce', prop: command ? 'command' : 'args', got: command ?? args, rule, mend };
}

function lastProgram(line: string): string {
  if (/\b(while|until|for)\b|\btail -f\b/.test(line)) return '';
  const last = line
    .split(/;|&&|\|\||\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .at(-1);
  return last?.split(/\s+/)[0] ?? '';
}
