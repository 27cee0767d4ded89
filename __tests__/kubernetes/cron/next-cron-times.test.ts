import { nextCronTimes } from '../../../lib/kubernetes/cron/next-cron-times';
import { parseCron } from '../../../lib/kubernetes/cron/parse-cron';

function runs(schedule: string, from: string, { count = 3, timeZone = 'Etc/UTC' } = {}): string[] {
  const times = parseCron(schedule);
  if ('rule' in times) throw new Error(times.rule);
  return nextCronTimes(times, { from: new Date(from), count, timeZone }).map((run) => run.toISOString().slice(0, 16));
}

// the runs are those of robfig/cron 3.0.1
test.each`
  schedule           | from                      | expected                                                        | because
  ${'*/5 * * * *'}   | ${'2025-01-01T00:00:00Z'} | ${['2025-01-01T00:05', '2025-01-01T00:10', '2025-01-01T00:15']} | ${'the time itself is past'}
  ${'*/5 * * * *'}   | ${'2025-01-01T00:04:59Z'} | ${['2025-01-01T00:05', '2025-01-01T00:10', '2025-01-01T00:15']} | ${'a second is enough'}
  ${'30 3 * * *'}    | ${'2024-12-31T04:00:00Z'} | ${['2025-01-01T03:30', '2025-01-02T03:30', '2025-01-03T03:30']} | ${'a year ends'}
  ${'0 23 * * sat'}  | ${'2025-02-26T00:00:00Z'} | ${['2025-03-01T23:00', '2025-03-08T23:00', '2025-03-15T23:00']} | ${'a month ends'}
  ${'0 0 1 * mon'}   | ${'2025-09-01T00:00:00Z'} | ${['2025-09-08T00:00', '2025-09-15T00:00', '2025-09-22T00:00']} | ${'each Monday, be it the first or not'}
  ${'0 0 1 * mon'}   | ${'2025-09-29T00:00:00Z'} | ${['2025-10-01T00:00', '2025-10-06T00:00', '2025-10-13T00:00']} | ${'and the first, be it a Monday or not'}
  ${'0 0 31 * *'}    | ${'2025-03-31T00:00:00Z'} | ${['2025-05-31T00:00', '2025-07-31T00:00', '2025-08-31T00:00']} | ${'months without a 31st are left out'}
  ${'0 12 29 feb *'} | ${'2025-03-01T00:00:00Z'} | ${['2028-02-29T12:00', '2032-02-29T12:00', '2036-02-29T12:00']} | ${'leap years'}
  ${'@every 90m'}    | ${'2025-01-01T00:10:20Z'} | ${['2025-01-01T01:40', '2025-01-01T03:10', '2025-01-01T04:40']} | ${'counted from then, not by the clock'}
`('"$schedule" after $from: $because', ({ schedule, from, expected }) => {
  expect(runs(schedule, from)).toEqual(expected);
});

test('29 February does not come within five years of 2097: 2100 has none', () => {
  expect(runs('0 0 29 2 *', '2096-03-01T00:00:00Z')).toEqual([]);
});

test.each`
  schedule        | timeZone                 | from                      | expected                                                        | because
  ${'30 2 * * *'} | ${'Europe/Berlin'}       | ${'2025-03-29T00:00:00Z'} | ${['2025-03-29T01:30', '2025-03-31T00:30', '2025-04-01T00:30']} | ${'the 30th has no 02:30'}
  ${'30 2 * * *'} | ${'Europe/Berlin'}       | ${'2025-10-25T12:00:00Z'} | ${['2025-10-26T00:30', '2025-10-26T01:30', '2025-10-27T01:30']} | ${'the 26th has two'}
  ${'0 9 * * *'}  | ${'America/New_York'}    | ${'2025-03-08T00:00:00Z'} | ${['2025-03-08T14:00', '2025-03-09T13:00', '2025-03-10T13:00']} | ${'an hour earlier in summer'}
  ${'0 6 * * *'}  | ${'Asia/Kolkata'}        | ${'2025-01-01T00:00:00Z'} | ${['2025-01-01T00:30', '2025-01-02T00:30', '2025-01-03T00:30']} | ${'half an hour off'}
  ${'15 2 * * *'} | ${'Australia/Lord_Howe'} | ${'2025-10-03T20:00:00Z'} | ${['2025-10-05T15:15', '2025-10-06T15:15', '2025-10-07T15:15']} | ${'the clocks skip 02:00 to 02:30'}
  ${'0 0 1 1 *'}  | ${'Asia/Shanghai'}       | ${'2025-12-31T15:59:59Z'} | ${['2025-12-31T16:00', '2026-12-31T16:00', '2027-12-31T16:00']} | ${'a year begins earlier there'}
`('"$schedule" in $timeZone: $because', ({ schedule, timeZone, from, expected }) => {
  expect(runs(schedule, from, { timeZone })).toEqual(expected);
});

test('as many as are asked for', () => {
  expect(runs('@hourly', '2025-01-01T00:00:00Z', { count: 0 })).toEqual([]);
  expect(runs('@every 1h', '2025-01-01T00:00:00Z', { count: 5 })).toHaveLength(5);
});
