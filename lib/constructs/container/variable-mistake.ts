import type { Mistake } from '../mistake';
import type { ContainerProps } from './container-props';
import type { ContainerUse } from './container-use';
import { shellLine } from './shell-line';

/** What every version takes: from 1.32 on it may be nearly any text. */
const NAME = /^(?!\.$|\.\.)[A-Za-z_.-][\w.-]*$/;
/** `$(NAME)`, and `$$` which stands for one `$`. */
const REFERENCE = /\$\$|\$\(([^()]*)\)/g;

/**
 * A variable whose name Kubernetes would refuse, or a `$(NAME)` that it would pass on as it stands, because no variable of
 * that name is given before. For a shell `$(date)` is a command, so only capitals are taken for a variable there. Variables of Services are not injected here: say the DNS name instead.
 */
export function variableMistake(
  { env = {}, config = [], command = [], args = [] }: ContainerProps,
  { variables = [] }: Pick<ContainerUse, 'variables'> = {},
): Mistake | undefined {
  const names = Object.keys(env);
  const invalid = names.find((name) => !NAME.test(name));
  if (invalid !== undefined) {
    const rule = 'must be letters, digits, "_", "." and "-", not beginning with a digit or ".."';
    return { code: 'InvalidVariable', prop: 'env', got: invalid, rule, mend: 'rename the variable' };
  }
  if (config.some((source) => source.as === 'environment')) return undefined; // its keys are variables too
  const texts = [
    ...Object.entries(env).map(([name, value], index) => ({
      prop: `env.${name}`,
      text: typeof value === 'string' ? value : '',
      known: names.slice(0, index),
    })),
    ...[...command, ...args].map((text) => ({ prop: 'args', text, known: [...names, ...variables] })),
  ];
  const line = shellLine([...command, ...args]);
  for (const { prop, text, known } of texts) {
    const form = text === line ? /^[A-Z_][A-Z\d_]*$/ : NAME;
    const unknown = [...text.matchAll(REFERENCE)].find(([, name = '']) => form.test(name) && !known.includes(name));
    if (!unknown) continue;
    const rule = `must not use $(${unknown[1]}), which no variable before it is called: it would stay as it is`;
    const mend = 'give that variable first, write $$( for the text itself, or name a Service by its DNS name';
    return { code: 'UnknownVariable', prop, got: text, rule, mend };
  }
  return undefined;
}
