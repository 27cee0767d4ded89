import type { Duration } from 'cdk8s';
import type { CronProblem } from '../../kubernetes/cron/cron-field';
import { nextCronTimes } from '../../kubernetes/cron/next-cron-times';
import { parseCron } from '../../kubernetes/cron/parse-cron';

/** A day of the week, as schedules write it. */
export type Weekday = 'sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat';

const TIME_OF_DAY = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/**
 * When a `ScheduledJob` runs, by the clock of its time zone.
 *
 * An hour that the clocks skip in spring has no runs, and the hour that they repeat in autumn has its runs twice: schedule
 * nothing between 01:00 and 03:00 in a zone that changes its clocks, or stay in UTC.
 *
 * @example Schedule.dailyAt('03:30')
 */
export class Schedule {
  /**
   * Five fields: minute (0 to 59), hour (0 to 23), day of month (1 to 31), month (1 to 12, or jan to dec), day of week (0 to
   * 6 from Sunday, or sun to sat). Each is `*`, a value, a range `1-5`, either with a step, as `0-30/10`, or a list of these.
   * Or one word for all: `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly`, `@every 90m`.
   *
   * Where both fields of days are chosen, one of them is enough: `0 3 1 * mon` is every Monday and the first of each month.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
   */
  static cron(expression: string): Schedule {
    return new Schedule(expression);
  }

  /**
   * Each time so much has passed since the last run, whatever the clock says: every 90 minutes, say, which no five fields
   * can. At least a minute, in whole seconds.
   */
  static every(interval: Duration): Schedule {
    const seconds = interval.toMilliseconds() / 1000;
    return new Schedule(`@every ${seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`}`);
  }

  /** Every hour. @param minute 0 to 59: one of its own spares the cluster a rush on the hour */
  static hourly(minute = 0): Schedule {
    return new Schedule(`${minute} * * * *`);
  }

  /** Every day. @param time `03:30` */
  static dailyAt(time: `${number}:${number}`): Schedule {
    return Schedule.at(time, '* * *');
  }

  /** On some days of every week. @param time `03:30` */
  static weekly(days: Weekday | readonly [Weekday, ...Weekday[]], time: `${number}:${number}`): Schedule {
    return Schedule.at(time, `* * ${typeof days === 'string' ? days : days.join(',')}`);
  }

  /** Once a month. @param day 1 to 31; months that have none such are left out. @param time `03:30` */
  static monthly(day: number, time: `${number}:${number}`): Schedule {
    return Schedule.at(time, `${day} * *`);
  }

  private static at(time: string, days: string): Schedule {
    const [, hour, minute] = TIME_OF_DAY.exec(time) ?? [];
    if (hour === undefined) return new Schedule(time, { rule: 'must be a time of day', mend: 'write it as "03:30"' });
    return new Schedule(`${Number(minute)} ${Number(hour)} ${days}`);
  }

  private constructor(
    /** The schedule as a CronJob holds it. */
    readonly expression: string,
    private readonly wrong?: CronProblem,
  ) {}

  /** Why Kubernetes would refuse it, or it would never be due; nothing where it is sound. */
  problem(): CronProblem | undefined {
    if (this.wrong) return this.wrong;
    const times = parseCron(this.expression);
    return 'rule' in times ? times : undefined;
  }

  /**
   * The next runs after a time, as the controller counts them. Of `every` they are counted from that time.
   *
   * @param timeZone `Europe/Berlin`
   * @returns fewer than asked for where none comes within five years of the last
   */
  nextRuns(from: Date, count: number, timeZone = 'Etc/UTC'): readonly Date[] {
    const times = parseCron(this.expression);
    return 'rule' in times ? [] : nextCronTimes(times, { from, count, timeZone });
  }
}
