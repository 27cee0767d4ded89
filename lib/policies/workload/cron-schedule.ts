import { parseCron } from '../../kubernetes/cron/parse-cron';
import { groupOf } from '../../kubernetes/identity';
import { manifestFieldText } from '../../kubernetes/manifest-field';
import type { Misconception } from '../misconception';
import type { Rule } from '../rule';

const SOURCE = 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax';

/** Schedules that are said to be of use with a field for seconds in front, and how each is written without. */
const SIX_FIELDS: Readonly<Record<string, string>> = {
  '0 0 * * * *': '0 * * * * for every hour, 0 0 * * * for every midnight',
  '0 0 12 * * *': '0 12 * * *',
  '0 0 * * * 1-5': '0 * * * 1-5',
  '0 0 0 1 * *': '0 0 1 * *',
  '0 0 0 * * 1-5': '0 0 * * 1-5',
  '0 0 0 1,15 * *': '0 0 1,15 * *',
};

const MISCONCEPTIONS: readonly Misconception[] = [
  {
    claim: 'A schedule may have a sixth field, seconds, in front.',
    truth: 'it has five: minute, hour, day of month, month, day of week; six are refused',
    source: SOURCE,
  },
  ...Object.entries(SIX_FIELDS).map(([six, five]) => ({
    claim: `${six} is a schedule.`,
    truth: `six fields are refused; write ${five}`,
    source: SOURCE,
  })),
];

/** A CronJob is due at some time: its schedule has five fields, and a date that comes. */
export const cronSchedule: Rule = {
  id: 'cron-schedule',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses a schedule that it cannot read; one of a date that never comes is taken, and never runs',
  mend: 'write minute, hour, day of month, month and day of week: "30 3 * * 1-5"',
  source: SOURCE,
  misconceptions: MISCONCEPTIONS,
  examples: {
    bad: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: shop }
spec:
  schedule: "0 0 12 * * *"
  jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: report, image: "report:1" }] } } } }
`,
    good: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: shop }
spec:
  schedule: "0 12 * * *"
  jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: report, image: "report:1" }] } } } }
`,
  },
  check: (objects) =>
    objects.flatMap((object) => {
      const got = manifestFieldText(object, 'spec.schedule');
      if (object.kind !== 'CronJob' || groupOf(object.apiVersion) !== 'batch' || got === undefined) return [];
      const problem = parseCron(got);
      return 'rule' in problem ? [{ object, field: 'spec.schedule', got, ...problem }] : [];
    }),
};
