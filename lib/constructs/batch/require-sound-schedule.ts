import type { Construct } from 'constructs';
import { timeZoneProblem } from '../../kubernetes/time-zone';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import { wholeSecondsMistake } from '../container/whole-seconds-mistake';
import { InvalidProp } from '../invalid-prop';
import type { Mistake } from '../mistake';
import { jobMistake } from './job-mistake';
import { jobNameMistake } from './job-name-mistake';
import type { ResolvedScheduledJobProps } from './scheduled-job-props';

/**
 * Holds the props of a CronJob against what Kubernetes accepts and can run.
 *
 * @throws InvalidProp for the first that does not hold
 */
export function requireSoundSchedule(scope: Construct, props: ResolvedScheduledJobProps): void {
  for (const check of [name, schedule, timeZone, histories, startingDeadline, jobMistake]) {
    const wrong = check(props);
    if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
  }
}

type Check = (props: ResolvedScheduledJobProps) => Mistake | undefined;

const name: Check = (props) => jobNameMistake('CronJob', props.name, props);

const schedule: Check = (props) => {
  const wrong = props.schedule.problem();
  return wrong && { code: 'InvalidSchedule', prop: 'schedule', got: props.schedule.expression, ...wrong };
};

const timeZone: Check = ({ timeZone: got }) => {
  const wrong = timeZoneProblem(got);
  return wrong && { code: 'InvalidTimeZone', prop: 'timeZone', got, ...wrong };
};

const histories: Check = ({ successfulJobsHistoryLimit, failedJobsHistoryLimit }) => {
  for (const [prop, got] of Object.entries({ successfulJobsHistoryLimit, failedJobsHistoryLimit })) {
    const rule = wholeNumberProblem(got, 0, 2 ** 31 - 1);
    if (rule) return { code: 'OutOfRange', prop, got, rule, mend: 'give a count' };
  }
  return undefined;
};

const startingDeadline: Check = ({ startingDeadline: given }) => {
  if (!given) return undefined;
  const wrong = wholeSecondsMistake({ startingDeadline: given });
  if (wrong) return { code: 'OutOfRange', ...wrong };
  const seconds = given.toSeconds();
  if (seconds >= 1) return undefined;
  const rule = 'must be at least 1s: every run is late by some milliseconds';
  return {
    code: 'OutOfRange',
    prop: 'startingDeadline',
    got: `${seconds}s`,
    rule,
    mend: 'give a minute, or leave it out',
  };
};
