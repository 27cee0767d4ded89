import type { CalendarTimes, CronTimes } from './parse-cron';

/** What runs are asked for. */
export interface CronRuns {
  /** Time after which they are. */
  readonly from: Date;
  /** Most of them. */
  readonly count: number;
  /** Zone that the schedule is read in: `Europe/Berlin`. */
  readonly timeZone: string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Kubernetes looks five years ahead, and takes it that nothing comes then. */
const LOOK_AHEAD = 5 * 366 * 24 * 60 * MINUTE;

/** No clock is changed by more than two hours, so a jump to this hour stays within its day. */
const LATE_HOUR = 21;

/**
 * The next times at which a schedule is due, in their order. An hour that the clocks skip has none, and one that they
 * repeat has its times twice.
 *
 * @source robfig/cron@3.0.1 spec.go Next, constantdelay.go Next
 */
export function nextCronTimes(times: CronTimes, { from, count, timeZone }: CronRuns): readonly Date[] {
  if ('everySeconds' in times) {
    const start = Math.floor(from.getTime() / SECOND);
    return Array.from({ length: count }, (_, run) => new Date((start + (run + 1) * times.everySeconds) * SECOND));
  }
  const clock = new Intl.DateTimeFormat('en', { ...CLOCK, timeZone });
  const runs: Date[] = [];
  let last = from.getTime();
  let time = (Math.floor(last / MINUTE) + 1) * MINUTE;
  while (runs.length < count && time <= last + LOOK_AHEAD) {
    const wait = minutesToWait(times, wallClock(clock, time));
    if (wait === 0) {
      runs.push(new Date(time));
      last = time;
    }
    time += Math.max(wait, 1) * MINUTE;
  }
  return runs;
}

const CLOCK = {
  calendar: 'iso8601',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
} as const;

interface WallClock {
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

function wallClock(clock: Intl.DateTimeFormat, time: number): WallClock {
  const parts = Object.fromEntries(clock.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
  return { month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(), hour, minute };
}

/** Minutes that can be passed over, at least 1 where it is not due; 0 where it is. */
function minutesToWait(times: CalendarTimes, now: WallClock): number {
  const { minute, hour, dayOfMonth, month, dayOfWeek } = times;
  const [thisDay, thisWeekday] = [dayOfMonth.values.has(now.day), dayOfWeek.values.has(now.weekday)];
  const day = dayOfMonth.any || dayOfWeek.any ? thisDay && thisWeekday : thisDay || thisWeekday;
  const toHour = 60 - now.minute;
  if (!day || !month.values.has(now.month)) return toHour + 60 * Math.max(LATE_HOUR - 1 - now.hour, 0);
  if (!hour.values.has(now.hour)) return toHour;
  return minute.values.has(now.minute) ? 0 : 1;
}
