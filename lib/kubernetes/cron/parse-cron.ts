import { type CronField, type CronFieldKind, type CronProblem, cronField } from './cron-field';

/** Times of the calendar: all fields must hold, but of two fields of days that are both chosen one is enough. */
export interface CalendarTimes {
  readonly minute: CronField;
  readonly hour: CronField;
  readonly dayOfMonth: CronField;
  readonly month: CronField;
  readonly dayOfWeek: CronField;
}

/** When a schedule is due: at times of the calendar, or each time so many seconds have passed. */
export type CronTimes = CalendarTimes | { readonly everySeconds: number };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const FIELDS = {
  minute: { name: 'a minute', least: 0, most: 59, words: [] },
  hour: { name: 'an hour', least: 0, most: 23, words: [] },
  dayOfMonth: { name: 'a day of month', least: 1, most: 31, words: [] },
  month: { name: 'a month', least: 1, most: 12, words: MONTHS },
  dayOfWeek: { name: 'a day of week', least: 0, most: 6, words: DAYS },
} as const satisfies Readonly<Record<keyof CalendarTimes, CronFieldKind>>;

const MACROS: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
]);

/** Days of a month at most: every fourth February has 29. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const EVERY = '@every ';
const SECONDS_IN: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 1e-3, us: 1e-6, µs: 1e-6, ns: 1e-9 };

/**
 * When a schedule of a CronJob is due, or why it never is.
 *
 * Beyond what Kubernetes refuses it refuses dates that never come, and times between two runs that are less than a minute:
 * a Job is called after its minute, so the others of a minute are left out.
 *
 * @source robfig/cron@3.0.1 parser.go ParseStandard, which Kubernetes calls
 */
export function parseCron(schedule: string): CronTimes | CronProblem {
  if (schedule.includes('TZ')) {
    return { rule: 'must not hold a time zone', mend: 'take TZ= out, and name the zone in timeZone' };
  }
  if (schedule.startsWith(EVERY)) return everyTimes(schedule.slice(EVERY.length));
  if (!schedule.startsWith('@')) return calendarTimes(schedule);
  const known = [...MACROS.keys(), '@every'];
  const macro = MACROS.get(schedule);
  if (macro !== undefined) return calendarTimes(macro);
  return { rule: `must be one of ${known.join(', ')}, or five fields`, mend: 'write one of these, in lower case' };
}

function calendarTimes(schedule: string): CronTimes | CronProblem {
  const texts = schedule.split(/\s+/).filter((text) => text !== '');
  const names = Object.values(FIELDS).map(({ name }) => name);
  if (texts.length !== names.length) {
    const seconds = texts.length > names.length ? ': Kubernetes knows neither seconds nor years' : '';
    const mend = `write ${names.join(', ')}, "*" for any${seconds}`;
    return { rule: `must have five fields, not ${texts.length}`, mend };
  }
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = ''] = texts;
  const fields: Readonly<Record<keyof CalendarTimes, CronField | CronProblem>> = {
    minute: cronField(minute, FIELDS.minute),
    hour: cronField(hour, FIELDS.hour),
    dayOfMonth: cronField(dayOfMonth, FIELDS.dayOfMonth),
    month: cronField(month, FIELDS.month),
    dayOfWeek: cronField(dayOfWeek, FIELDS.dayOfWeek),
  };
  for (const field of Object.values(fields)) if ('rule' in field) return field;
  const times = fields as CalendarTimes;
  return neverComes(times) ?? times;
}

/** Where one of two chosen fields of days is enough, it comes: there is some day of the week in every month. */
function neverComes({ dayOfMonth, month, dayOfWeek }: CalendarTimes) {
  if (!dayOfMonth.any && !dayOfWeek.any) return undefined;
  const longest = Math.max(...[...month.values].map((number) => LONGEST[number - 1] ?? 0));
  if ([...dayOfMonth.values].some((day) => day <= longest)) return undefined;
  const mend = 'give a day that the month has';
  return { rule: `must have a date that comes: its months have ${longest} days at most`, mend };
}

/** @source go@1.25 time.ParseDuration */
function everyTimes(text: string): CronTimes | CronProblem {
  const parts = [...text.matchAll(/(\d+\.?\d*|\.\d+)(h|ms|m|s|us|µs|ns)/g)];
  const whole = parts.map(([part]) => part).join('');
  const seconds = parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (SECONDS_IN[unit] ?? 0), 0);
  if (text === '' || whole !== text) {
    return { rule: 'must have a time after "@every" such as "1h30m"', mend: 'write hours, minutes and seconds' };
  }
  if (seconds >= 60) return { everySeconds: Math.floor(seconds) };
  const rule = 'must have at least 1m between two runs: a Job is called after its minute';
  return { rule, mend: 'give a minute or more, or let one Job do several rounds' };
}
