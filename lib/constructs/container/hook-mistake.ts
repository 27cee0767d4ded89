import type { Duration } from 'cdk8s';
import { portProblem } from '../../kubernetes/whole-number';
import type { InvalidPropDetails } from '../invalid-prop';
import type { Mistake } from '../mistake';
import { type ContainerProps, DEFAULTS } from './container-props';
import { headerMistake } from './header-mistake';

/** A hook that Kubernetes would refuse, or that could not be done; nothing where all are sound. */
export function hookMistake({
  postStart,
  preStop,
  port,
  portName = DEFAULTS.portName,
  extraPorts = [],
}: ContainerProps): Mistake | undefined {
  const names = [...(port === undefined ? [] : [portName]), ...extraPorts.map(({ name }) => name)];
  for (const [prop, hook] of Object.entries({ postStart, preStop })) {
    if (!hook) continue;
    const { command, port: asked, headers, time } = hook.question;
    const asks = command === undefined && time === undefined;
    const wrong =
      emptyCommand(command) ??
      (asks ? unknownPort(asked, names) : undefined) ??
      headerMistake(headers) ??
      fraction(time);
    if (wrong) return { code: 'InvalidHook', ...wrong, prop: `${prop}.${wrong.prop}` };
  }
  return undefined;
}

function emptyCommand(got: readonly string[] | undefined): InvalidPropDetails | undefined {
  return got?.length === 0
    ? { prop: 'command', got, rule: 'must not be empty', mend: 'give the program and its arguments' }
    : undefined;
}

function unknownPort(got: number | string | undefined, names: readonly string[]): InvalidPropDetails | undefined {
  const known = got === undefined ? names.length > 0 : names.includes(String(got));
  const rule = typeof got === 'number' ? portProblem(got) : known ? undefined : 'must be a port of the container';
  return rule ? { prop: 'port', got, rule, mend: 'give its number, or the container a port' } : undefined;
}

function fraction(time: Duration | undefined): InvalidPropDetails | undefined {
  if (!time || (time.toMilliseconds() % 1000 === 0 && time.toMilliseconds() > 0)) return undefined;
  const got = `${time.toMilliseconds()}ms`;
  return { prop: 'time', got, rule: 'must be whole seconds, 1 or more', mend: 'give 1 or more' };
}
