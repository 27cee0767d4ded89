import type { Duration } from 'cdk8s';
import type { Defaulted } from '../with-defaults';
import { DEFAULTS as JOB_DEFAULTS, type JobProps } from './job-props';
import type { Schedule } from './schedule';

/** Props of `ScheduledJob`. */
export interface ScheduledJobProps extends JobProps {
  /** When it runs, by the clock of `timeZone`. */
  readonly schedule: Schedule;

  /**
   * Name of the CronJob, at most 52 characters: its Jobs are called after it and their minute.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * Zone whose clock is meant, as the IANA database calls it. Without one it would be that of the controller's machine.
   *
   * @default 'Etc/UTC'
   */
  readonly timeZone?: string;

  /**
   * What becomes of a run that is due while the one before still runs: it is left out (`Forbid`), it ends the other
   * (`Replace`), or both run (`Allow`). `activeDeadline` bounds how many are left out because one hangs.
   *
   * @default 'Forbid'
   */
  readonly concurrencyPolicy?: 'Forbid' | 'Replace' | 'Allow';

  /**
   * Time by which a run may come late, 1 second or more: after an outage of the control plane, a suspension, or a run that
   * `Forbid` waited for. Of several runs that were missed only the last is made up.
   *
   * @default - however late
   * @source kubernetes@1.36 pkg/controller/cronjob/cronjob_controllerv2.go syncCronJob: 0 is never met
   */
  readonly startingDeadline?: Duration;

  /**
   * Successful Jobs that are kept with their logs, 0 or more.
   *
   * @default 3
   */
  readonly successfulJobsHistoryLimit?: number;

  /**
   * Failed Jobs that are kept with their logs, 0 or more.
   *
   * @default 1
   */
  readonly failedJobsHistoryLimit?: number;

  /**
   * Whether it runs when it is due. Jobs that run when it is suspended go on, and the last run that was missed is made up
   * afterwards, within `startingDeadline`.
   *
   * @default 'active'
   */
  readonly state?: 'active' | 'suspended';
}

/** What left-out props become. */
export const DEFAULTS = {
  ...JOB_DEFAULTS,
  timeZone: 'Etc/UTC',
  concurrencyPolicy: 'Forbid',
  successfulJobsHistoryLimit: 3,
  failedJobsHistoryLimit: 1,
  state: 'active',
} as const;

/** Props with the defaults filled in. */
export type ResolvedScheduledJobProps = Defaulted<
  ScheduledJobProps,
  typeof DEFAULTS & { name: string; application: string }
>;
