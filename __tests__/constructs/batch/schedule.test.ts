import { Duration } from 'cdk8s';
import { Schedule } from '../../../lib/constructs/batch/schedule';

test.each`
  schedule                                    | expression
  ${Schedule.cron('*/5 * * * *')}             | ${'*/5 * * * *'}
  ${Schedule.every(Duration.minutes(90))}     | ${'@every 90m'}
  ${Schedule.every(Duration.seconds(75))}     | ${'@every 75s'}
  ${Schedule.hourly()}                        | ${'0 * * * *'}
  ${Schedule.hourly(17)}                      | ${'17 * * * *'}
  ${Schedule.dailyAt('03:30')}                | ${'30 3 * * *'}
  ${Schedule.dailyAt('0:05')}                 | ${'5 0 * * *'}
  ${Schedule.dailyAt('23:59')}                | ${'59 23 * * *'}
  ${Schedule.weekly('sat', '18:00')}          | ${'0 18 * * sat'}
  ${Schedule.weekly(['mon', 'thu'], '06:15')} | ${'15 6 * * mon,thu'}
  ${Schedule.monthly(31, '00:00')}            | ${'0 0 31 * *'}
`('$expression', ({ schedule, expression }) => {
  expect(schedule.expression).toBe(expression);
  expect(schedule.problem()).toBeUndefined();
});

test.each`
  schedule                                | rule
  ${Schedule.cron('0 25 * * *')}          | ${'must have an hour from 0 to 23, not 25'}
  ${Schedule.hourly(60)}                  | ${'must have a minute from 0 to 59, not 60'}
  ${Schedule.hourly(-1)}                  | ${'must have a minute that is "*", a number, a range or a list, not "-1"'}
  ${Schedule.dailyAt('24:00')}            | ${'must be a time of day'}
  ${Schedule.dailyAt('12:60')}            | ${'must be a time of day'}
  ${Schedule.weekly('mon', '7:5')}        | ${'must be a time of day'}
  ${Schedule.monthly(32, '00:00')}        | ${'must have a day of month from 1 to 31, not 32'}
  ${Schedule.every(Duration.seconds(59))} | ${'must have at least 1m between two runs: a Job is called after its minute'}
`('fails for $schedule.expression: $rule', ({ schedule, rule }) => {
  expect(schedule.problem()).toEqual({ rule, mend: expect.any(String) });
});

test('the next runs are told for a time, in UTC where no zone is named', () => {
  const after = new Date('2025-06-30T22:00:00Z');
  const runs = (timeZone?: string) => Schedule.dailyAt('00:30').nextRuns(after, 2, timeZone);
  expect(runs()).toEqual([new Date('2025-07-01T00:30:00Z'), new Date('2025-07-02T00:30:00Z')]);
  expect(runs('Europe/Berlin')).toEqual([new Date('2025-06-30T22:30:00Z'), new Date('2025-07-01T22:30:00Z')]);
  expect(Schedule.cron('0 0 30 2 *').nextRuns(after, 2)).toEqual([]);
});
