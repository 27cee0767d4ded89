import { type CalendarTimes, parseCron } from '../../../lib/kubernetes/cron/parse-cron';

/** Values of each field as ranges, and `any` where it is left open; or the rule that is broken. */
function meant(schedule: string): string {
  const times = parseCron(schedule);
  if ('rule' in times) return times.rule;
  if ('everySeconds' in times) return `every ${times.everySeconds} s`;
  const fields: (keyof CalendarTimes)[] = ['minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek'];
  return fields.map((field) => (times[field].any ? 'any' : [...times[field].values].join())).join(' ');
}

// what each means is what robfig/cron 3.0.1 makes of it, which Kubernetes calls
test.each`
  schedule                           | means
  ${'5 4 * * *'}                     | ${'5 4 any any any'}
  ${'1,3,2 * * * *'}                 | ${'1,3,2 any any any any'}
  ${'1-5 * * * *'}                   | ${'1,2,3,4,5 any any any any'}
  ${'0 8-18/5 * * *'}                | ${'0 8,13,18 any any any'}
  ${'*/20 * * * *'}                  | ${'0,20,40 any any any any'}
  ${'50/5 * * * *'}                  | ${'50,55 any any any any'}
  ${'50-51/1 * * * *'}               | ${'50,51 any any any any'}
  ${'0 0 1 jan,JUL *'}               | ${'0 0 1 1,7 any'}
  ${'0 0 * * Mon-fri'}               | ${'0 0 any any 1,2,3,4,5'}
  ${'0 0 1 */6 sun,6'}               | ${'0 0 1 1,7 0,6'}
  ${'0 0 ? * ?'}                     | ${'0 0 any any any'}
  ${'0 0 */1 * *'}                   | ${'0 0 any any any'}
  ${'0 0 */2 2 *'}                   | ${'0 0 1,3,5,7,9,11,13,15,17,19,21,23,25,27,29,31 2 any'}
  ${'05,,6 007 * * *'}               | ${'5,6 7 any any any'}
  ${'  0\t0  * * * '}                | ${'0 0 any any any'}
  ${'0-59/60 0-23/24 1-31/31 * 0-6'} | ${'0 0 1 any 0,1,2,3,4,5,6'}
  ${'@yearly'}                       | ${'0 0 1 1 any'}
  ${'@annually'}                     | ${'0 0 1 1 any'}
  ${'@monthly'}                      | ${'0 0 1 any any'}
  ${'@weekly'}                       | ${'0 0 any any 0'}
  ${'@daily'}                        | ${'0 0 any any any'}
  ${'@midnight'}                     | ${'0 0 any any any'}
  ${'@hourly'}                       | ${'0 any any any any'}
  ${'@every 90m'}                    | ${'every 5400 s'}
  ${'@every 1h30m5s'}                | ${'every 5405 s'}
  ${'@every 1.5h'}                   | ${'every 5400 s'}
  ${'@every .5h'}                    | ${'every 1800 s'}
  ${'@every 60500ms'}                | ${'every 60 s'}
`('"$schedule" means $means', ({ schedule, means }) => {
  expect(meant(schedule)).toBe(means);
});

const ANY = ', a range or a list, not ';
test.each`
  schedule                          | rule
  ${''}                             | ${'must have five fields, not 0'}
  ${'* * * *'}                      | ${'must have five fields, not 4'}
  ${'0 0 12 * * *'}                 | ${'must have five fields, not 6'}
  ${'60 * * * *'}                   | ${'must have a minute from 0 to 59, not 60'}
  ${'* 24 * * *'}                   | ${'must have an hour from 0 to 23, not 24'}
  ${'* 9-25 * * *'}                 | ${'must have an hour from 0 to 23, not 25'}
  ${'* * 0 * *'}                    | ${'must have a day of month from 1 to 31, not 0'}
  ${'* * * 13 *'}                   | ${'must have a month from 1 to 12 or jan to dec, not 13'}
  ${'* * * * 7'}                    | ${'must have a day of week from 0 to 6 or sun to sat, not 7'}
  ${'* * * * fri-7'}                | ${'must have a day of week from 0 to 6 or sun to sat, not 7'}
  ${'* 22-6 * * *'}                 | ${'must have an hour that is a rising range, not "22-6"'}
  ${'*/0 * * * *'}                  | ${'must have a minute with a step from 1 to 60, not "*/0"'}
  ${'*/90 * * * *'}                 | ${'must have a minute with a step from 1 to 60, not "*/90"'}
  ${'x * * * *'}                    | ${`must have a minute that is "*", a number${ANY}"x"`}
  ${'-1 * * * *'}                   | ${`must have a minute that is "*", a number${ANY}"-1"`}
  ${'1-2-3 * * * *'}                | ${`must have a minute that is "*", a number${ANY}"1-2-3"`}
  ${'1/2/3 * * * *'}                | ${`must have a minute that is "*", a number${ANY}"1/2/3"`}
  ${'*-5 * * * *'}                  | ${`must have a minute that is "*", a number${ANY}"*-5"`}
  ${'*/x * * * *'}                  | ${`must have a minute that is "*", a number${ANY}"*/x"`}
  ${', * * * *'}                    | ${`must have a minute that is "*", a number${ANY}","`}
  ${'* mon * * *'}                  | ${`must have an hour that is "*", a number${ANY}"mon"`}
  ${'* * * june *'}                 | ${`must have a month that is "*", a number, a name such as "feb"${ANY}"june"`}
  ${'* * * */feb *'}                | ${`must have a month that is "*", a number, a name such as "feb"${ANY}"*/feb"`}
  ${'0 0 31 2 *'}                   | ${'must have a date that comes: its months have 29 days at most'}
  ${'0 0 30,31 2 ?'}                | ${'must have a date that comes: its months have 29 days at most'}
  ${'0 0 31 4,6,9,11 *'}            | ${'must have a date that comes: its months have 30 days at most'}
  ${'@reboot'}                      | ${'must be one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly, @every, or five fields'}
  ${'@Daily'}                       | ${'must be one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly, @every, or five fields'}
  ${'@every'}                       | ${'must be one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly, @every, or five fields'}
  ${'@every '}                      | ${'must have a time after "@every" such as "1h30m"'}
  ${'@every 5'}                     | ${'must have a time after "@every" such as "1h30m"'}
  ${'@every 1d'}                    | ${'must have a time after "@every" such as "1h30m"'}
  ${'@every 1h 2m'}                 | ${'must have a time after "@every" such as "1h30m"'}
  ${'@every 59s'}                   | ${'must have at least 1m between two runs: a Job is called after its minute'}
  ${'TZ=UTC * * * * *'}             | ${'must not hold a time zone'}
  ${'CRON_TZ=Asia/Tokyo 0 0 * * *'} | ${'must not hold a time zone'}
`('"$schedule" $rule', ({ schedule, rule }) => {
  expect(meant(schedule)).toBe(rule);
});

test.each`
  schedule             | because
  ${'0 0 29 2 *'}      | ${'every fourth year'}
  ${'0 0 31 2 mon'}    | ${'Mondays in February: either day is enough'}
  ${'0 0 31 2 */2'}    | ${'a step chooses days too'}
  ${'0 0 31 4,5 *'}    | ${'May has one'}
  ${'0 0 30-31 2,4 *'} | ${'April has a 30th'}
`('"$schedule" comes: $because', ({ schedule }) => {
  expect(parseCron(schedule)).not.toHaveProperty('rule');
});

test.each`
  schedule          | mend
  ${'* * * * 7'}    | ${'write 0 or sun for Sunday'}
  ${'* * * * 8'}    | ${'give a day of week that there is'}
  ${'* 24 * * *'}   | ${'give an hour that there is'}
  ${'* 22-6 * * *'} | ${'write "22-23,0-6" if it goes over the end'}
  ${'0 0 0 * * *'}  | ${'neither seconds nor years'}
  ${'*/90 * * * *'} | ${'"@every" and a time such as "90m"'}
`('"$schedule" is mended by: $mend', ({ schedule, mend }) => {
  expect(parseCron(schedule)).toMatchObject({ mend: expect.stringContaining(mend) });
});
