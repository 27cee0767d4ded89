import { portProblem } from '../../kubernetes/whole-number';
import type { InvalidPropDetails } from '../invalid-prop';
import type { Probe } from './probe';
import { wholeSecondsMistake } from './whole-seconds-mistake';

/** What a probe is asked for. */
export type ProbeRole = 'readiness' | 'liveness' | 'startup';

/**
 * What Kubernetes would refuse of a probe, or would never get an answer to; nothing where it is sound.
 *
 * @param portName name of the container's only port
 */
export function probeMistake(role: ProbeRole, probe: Probe, portName: string): InvalidPropDetails | undefined {
  const wrong = portMistake(probe, portName) ?? commandMistake(probe) ?? timingMistake(role, probe);
  return wrong && { ...wrong, prop: `${role}.${wrong.prop}` };
}

function portMistake({ question: { port: got } }: Probe, portName: string): InvalidPropDetails | undefined {
  if (got === undefined || got === portName) return undefined;
  if (typeof got === 'string') {
    const mend = 'name that port, or leave it out';
    return { prop: 'port', got, rule: `must be the container's port, "${portName}"`, mend };
  }
  const rule = portProblem(got);
  return rule === undefined
    ? undefined
    : { prop: 'port', got, rule, mend: 'give the port that the program listens on' };
}

function commandMistake({ question: { command: got } }: Probe): InvalidPropDetails | undefined {
  if (got === undefined || got.length > 0) return undefined;
  return { prop: 'command', got, rule: 'must not be empty', mend: 'give the program and its arguments' };
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
