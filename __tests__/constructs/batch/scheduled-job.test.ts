import { Duration } from 'cdk8s';
import { PodFailureRule } from '../../../lib/constructs/batch/pod-failure-rule';
import { Schedule } from '../../../lib/constructs/batch/schedule';
import { ScheduledJob } from '../../../lib/constructs/batch/scheduled-job';
import type { ScheduledJobProps } from '../../../lib/constructs/batch/scheduled-job-props';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { image, size } from '../../support/samples';

const required = { image, size, schedule: Schedule.dailyAt('03:30') };

function jobOf(props: Partial<ScheduledJobProps> = {}) {
  const chart = testChart();
  const job = new ScheduledJob(chart, 'NightlyReport', { ...required, ...props });
  const manifest = objectOf(chart, 'CronJob');
  return { job, manifest, spec: manifest.spec, jobSpec: manifest.spec.jobTemplate.spec };
}

const labels = {
  'app.kubernetes.io/part-of': 'orders',
  environment: 'rehearsal',
  'app.kubernetes.io/name': 'nightly-report',
  'app.kubernetes.io/instance': 'nightly-report',
};

test('all defaults: the CronJob', () => {
  const { manifest } = jobOf();
  const { jobTemplate, ...spec } = manifest.spec;
  expect(manifest.apiVersion).toBe('batch/v1');
  expect(manifest.metadata).toEqual({ name: 'nightly-report', namespace: 'shop', labels });
  expect(spec).toEqual({
    schedule: '30 3 * * *',
    timeZone: 'Etc/UTC',
    concurrencyPolicy: 'Forbid',
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
    suspend: false,
  });
  expect(jobTemplate.metadata).toEqual({ labels });
});

test('all defaults: its Jobs, which stay as long as the history has room', () => {
  const { template, ...spec } = jobOf().jobSpec;
  expect(spec).toEqual({
    completions: 1,
    parallelism: 1,
    completionMode: 'NonIndexed',
    backoffLimit: 6,
    podReplacementPolicy: 'Failed',
    activeDeadlineSeconds: 86_400,
  });
  expect(template.metadata).toEqual({ labels });
  expect(template.spec).toMatchObject({ restartPolicy: 'Never', containers: [{ name: 'nightly-report' }] });
});

test.each`
  props                                         | field                           | value
  ${{ schedule: Schedule.cron('*/1 * * * *') }} | ${'schedule'}                   | ${'*/1 * * * *'}
  ${{ timeZone: 'Asia/Shanghai' }}              | ${'timeZone'}                   | ${'Asia/Shanghai'}
  ${{ concurrencyPolicy: 'Replace' }}           | ${'concurrencyPolicy'}          | ${'Replace'}
  ${{ startingDeadline: Duration.minutes(5) }}  | ${'startingDeadlineSeconds'}    | ${300}
  ${{ successfulJobsHistoryLimit: 0 }}          | ${'successfulJobsHistoryLimit'} | ${0}
  ${{ failedJobsHistoryLimit: 7 }}              | ${'failedJobsHistoryLimit'}     | ${7}
  ${{ state: 'suspended' }}                     | ${'suspend'}                    | ${true}
`('$props: $field is $value', ({ props, field, value }) => {
  expect(jobOf(props).spec[field]).toBe(value);
});

test('what its Jobs do is said as of any Job', () => {
  const { jobSpec } = jobOf({
    completions: 4,
    parallelism: 2,
    completionMode: 'Indexed',
    backoffLimit: 2,
    activeDeadline: Duration.minutes(9),
    podFailurePolicy: [PodFailureRule.exitCodeIn([3], 'FailJob')],
    args: ['--part', '$(JOB_COMPLETION_INDEX)'],
  });
  expect(jobSpec).toMatchObject({ completions: 4, parallelism: 2, completionMode: 'Indexed', backoffLimit: 2 });
  expect(jobSpec.activeDeadlineSeconds).toBe(540);
  expect(jobSpec.podFailurePolicy.rules).toHaveLength(1);
});

test('name and application: the name is the instance', () => {
  const { job, manifest } = jobOf({ name: 'orders-report', application: 'orders' });
  const selector = { 'app.kubernetes.io/name': 'orders', 'app.kubernetes.io/instance': 'orders-report' };
  expect(manifest.metadata).toMatchObject({ name: 'orders-report', labels: selector });
  expect([job.name, job.selector, job.portName]).toEqual(['orders-report', selector, 'http']);
});

const refused = (props: Partial<ScheduledJobProps>) => refusalOf(() => jobOf(props));
const a = (length: number) => 'a'.repeat(length);
const indexed = { completionMode: 'Indexed', completions: 100 } as const;

test.each`
  props                                          | refusal
  ${{ name: a(53) }}                             | ${`InvalidName [test/NightlyReport] name: invalid value "${a(53)}": must be at most 52 characters for a CronJob, has 53`}
  ${{ name: a(52), ...indexed }}                 | ${`InvalidName [test/NightlyReport] name: invalid value "${a(52)}": must be at most 51 characters with 100 indexes, has 52`}
  ${{ schedule: Schedule.cron('0 25 * * *') }}   | ${'InvalidSchedule [test/NightlyReport] schedule: invalid value "0 25 * * *": must have an hour from 0 to 23, not 25'}
  ${{ schedule: Schedule.cron('0 0 31 2 *') }}   | ${'InvalidSchedule [test/NightlyReport] schedule: invalid value "0 0 31 2 *": must have a date that comes: its months have 29 days at most'}
  ${{ schedule: Schedule.dailyAt('25:00') }}     | ${'InvalidSchedule [test/NightlyReport] schedule: invalid value "25:00": must be a time of day'}
  ${{ timeZone: 'europe/berlin' }}               | ${'InvalidTimeZone [test/NightlyReport] timeZone: invalid value "europe/berlin": must be a time zone of the IANA database'}
  ${{ startingDeadline: Duration.seconds(0) }}   | ${'OutOfRange [test/NightlyReport] startingDeadline: invalid value "0s": must be at least 1s: every run is late by some milliseconds'}
  ${{ startingDeadline: Duration.millis(1500) }} | ${'OutOfRange [test/NightlyReport] startingDeadline: invalid value "1500ms": must be whole seconds'}
  ${{ successfulJobsHistoryLimit: -1 }}          | ${'OutOfRange [test/NightlyReport] successfulJobsHistoryLimit: invalid value -1: must be a whole number from 0 to 2147483647'}
  ${{ failedJobsHistoryLimit: 0.5 }}             | ${'OutOfRange [test/NightlyReport] failedJobsHistoryLimit: invalid value 0.5: must be a whole number from 0 to 2147483647'}
  ${{ parallelism: 0 }}                          | ${'OutOfRange [test/NightlyReport] parallelism: invalid value 0: must be a whole number from 1 to 2147483647'}
  ${{ command: [] }}                             | ${'InvalidCommand [test/NightlyReport] command: invalid value []: must not be empty'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refused(props)).toBe(refusal);
});

test.each`
  because                            | props
  ${'the longest name'}              | ${{ name: a(52) }}
  ${'a host name that fits'}         | ${{ name: a(51), ...indexed }}
  ${'the shortest deadline'}         | ${{ startingDeadline: Duration.seconds(1) }}
  ${'a program that says one thing'} | ${{ command: ['echo', 'Hello, world!'], restartPolicy: 'OnFailure' }}
`('takes $because', ({ props }) => {
  expect(refused(props)).toBe('nothing refused');
});
