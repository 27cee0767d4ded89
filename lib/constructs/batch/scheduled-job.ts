import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { type Labels, selectorLabels } from '../../kubernetes/labels';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { jobSpec } from './job-spec';
import { requireSoundSchedule } from './require-sound-schedule';
import { DEFAULTS, type ResolvedScheduledJobProps, type ScheduledJobProps } from './scheduled-job-props';

/**
 * A CronJob: a program that runs to its end, each time that a schedule is due.
 *
 * Defines one CronJob, whose Pods Pod Security "restricted" accepts. Once in a while a run may come twice or not at all, as
 * Kubernetes says: what it does must bear that. A changed CronJob counts from its next run on.
 *
 * @throws InvalidProp for what Kubernetes would refuse or could not run, and for a schedule that is never due
 * @example
 * new ScheduledJob(this, 'Report', {
 *   image, size, args: ['report'], schedule: Schedule.dailyAt('03:30'), timeZone: 'Asia/Shanghai',
 * });
 */
export class ScheduledJob extends Construct {
  /** The CronJob itself, for what the props do not cover. */
  public readonly cronJob: k8s.KubeCronJob;
  public readonly name: string;
  /** Labels that its Pods, and no others, carry. */
  public readonly selector: Labels;
  /** Name of the port, where it has one. */
  public readonly portName: string;

  constructor(scope: Construct, id: string, props: ScheduledJobProps) {
    super(scope, id);
    const name = props.name ?? objectName(scope, id);
    const resolved = withDefaults(props, { ...DEFAULTS, name, application: name });
    requireSoundSchedule(this, resolved);

    this.name = name;
    this.portName = resolved.portName;
    this.selector = selectorLabels(resolved.application, name);
    const labels = { ...Chart.of(this).labels, ...this.selector };
    this.cronJob = new k8s.KubeCronJob(this, 'CronJob', {
      metadata: { name, labels },
      spec: cronJobSpec(resolved, labels, this.selector),
    });
  }
}

function cronJobSpec(props: ResolvedScheduledJobProps, labels: Labels, selector: Labels): k8s.CronJobSpec {
  return {
    schedule: props.schedule.expression,
    timeZone: props.timeZone,
    concurrencyPolicy: props.concurrencyPolicy,
    startingDeadlineSeconds: props.startingDeadline?.toSeconds(),
    successfulJobsHistoryLimit: props.successfulJobsHistoryLimit,
    failedJobsHistoryLimit: props.failedJobsHistoryLimit,
    suspend: props.state === 'suspended',
    // how many Jobs stay is said by the limits above: a time would take the last failed one of a rare schedule away
    jobTemplate: { metadata: { labels: { ...labels } }, spec: jobSpec(props, { labels, selector }) },
  };
}
