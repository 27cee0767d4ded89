import type { Duration } from 'cdk8s';
import type { Mistake } from '../mistake';
import { type ContainerProps, DEFAULTS } from './container-props';

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
    const { command, port: asked, time } = hook.question;
    const wrong = emptyCommand(command) ?? unknownPort(asked, names, command ?? time) ?? fraction(time);
    if (wrong) return { code: 'InvalidHook', ...wrong, prop: `${prop}.${wrong.prop}` };
  }
  return undefined;
}

function emptyCommand(got: readonly string[] | undefined) {
  return got?.length === 0
    ? { prop: 'command', got, rule: 'must not be empty', mend: 'give the program and its arguments' }
    : undefined;
}

function unknownPort(asked: number | string | undefined, names: readonly string[], other: unknown) {
  if (
    other !== undefined ||
    (typeof asked === 'string' ? names.includes(asked) : asked !== undefined || names.length > 0)
  )
    return undefined;
  return {
    prop: 'port',
    got: asked,
    rule: 'must be a port of the container',
    mend: 'give its number, or the container a port',
  };
}

function fraction(time: Duration | undefined) {
  if (!time || (time.toMilliseconds() % 1000 === 0 && time.toMilliseconds() > 0)) return undefined;
  return {
    prop: 'time',
    got: `${time.toMilliseconds()}ms`,
    rule: 'must be whole seconds, 1 or more',
    mend: 'give 1 or more',
  };
}
