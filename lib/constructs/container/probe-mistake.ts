import { portProblem } from '../../kubernetes/whole-number';
import type { InvalidPropDetails } from '../invalid-prop';
import { headerMistake } from './header-mistake';
import type { Probe } from './probe';
import { wholeSecondsMistake } from './whole-seconds-mistake';

/** What a probe is asked for. */
export type ProbeRole = 'readiness' | 'liveness' | 'startup';

/**
 * What Kubernetes would refuse of a probe, or would never get an answer to; nothing where it is sound.
 *
 * @param portNames names of the container's ports, its own first
 */
export function probeMistake(
  role: ProbeRole,
  probe: Probe,
  portNames: readonly string[],
): InvalidPropDetails | undefined {
  const wrong =
    portMistake(probe, portNames) ??
    commandMistake(probe) ??
    headerMistake(probe.question.headers) ??
    timingMistake(role, probe);
  return wrong && { ...wrong, prop: `${role}.${wrong.prop}` };
}

function portMistake(
  { question: { port: got, command } }: Probe,
  names: readonly string[],
): InvalidPropDetails | undefined {
  if (command || (typeof got === 'string' && names.includes(got))) return undefined;
  if (got === undefined) {
    if (names.length > 0) return undefined;
    return { prop: 'port', got, rule: 'must be given: the container has none', mend: 'give the port to ask' };
  }
  if (typeof got === 'string') {
    const known = names.map((name) => `"${name}"`).join(', ') || 'it has none';
    return {
      prop: 'port',
      got,
      rule: `must be a port of the container: ${known}`,
      mend: 'name one of them, or leave it out',
    };
  }
  const rule = portProblem(got);
  return rule === undefined
    ? undefined
    : { prop: 'port', got, rule, mend: 'give the port that the program listens on' };
}

function commandMistake({ question: { command: got } }: Probe): InvalidPropDetails | undefined {
  if (got === undefined) return undefined;
  if (got.length === 0)
    return { prop: 'command', got, rule: 'must not be empty', mend: 'give the program and its arguments' };
  const line = got.join(' ');
  const [, sought = ''] = /\bps\b[^|]*\|\s*e?grep\s+(?:-\w+\s+)*(\S+)/.exec(line) ?? [];
  if (sought === '' || sought.includes('[') || /grep\s+-v\s+e?grep/.test(line)) return undefined;
  const rule = 'must not look for itself: grep finds its own command line, so the answer is always good';
  return { prop: 'command', got, rule, mend: `ask the program itself, or write pgrep -f ${sought}` };
}

function timingMistake(role: ProbeRole, { timing }: Probe): InvalidPropDetails | undefined {
  const { initialDelay, period, timeout, failureThreshold, successThreshold } = timing;
  const fraction = wholeSecondsMistake({ initialDelay, period, timeout });
  if (fraction) return fraction;
  const counts = { period: period.toSeconds(), timeout: timeout.toSeconds(), failureThreshold, successThreshold };
  const small = Object.entries(counts).find(([, got]) => got < 1 || !Number.isInteger(got));
  if (small)
    return { prop: small[0], got: small[1], rule: 'must be a whole number, 1 or more', mend: 'give 1 or more' };
  if (role === 'readiness' || successThreshold === 1) return undefined;
  return {
    prop: 'successThreshold',
    got: successThreshold,
    rule: 'must be 1',
    mend: 'only readiness can ask for more',
  };
}
