import { Chart, Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { BatchJob } from '../../constructs/batch/batch-job';
import { Schedule } from '../../constructs/batch/schedule';
import { ScheduledJob } from '../../constructs/batch/scheduled-job';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import { partOf } from '../../kubernetes/labels';
import { ownNamespace } from './own-namespace';

const image = imageFrom('docker.io/library/busybox:1.37');

/** Programs that run to their end: once, and by the clock. */
export class BatchChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: `${env.namespace}-batch`, labels: partOf('batch', env.name) });
    ownNamespace(this, env);
    this.once(env);
    this.byTheClock(env);
  }

  /**
   * Tried again three times. The tutorial says nothing of what becomes of a failed container, which means `Always`, and a Job
   * that is refused: by `Never` the Pod stays, and its log can be read.
   */
  private once({ sizes: { small: size } }: Environment): void {
    new BatchJob(this, 'MyJob', {
      image,
      size,
      command: ['sh', '-c', 'echo counted to $(seq 3 | tail -n 1)'],
      restartPolicy: 'Never',
      backoffLimit: 3,
      activeDeadline: Duration.minutes(5),
    });
  }

  /**
   * Every minute; a run that is still going when the next is due goes on alone. The tutorial's batch/v1beta1 is gone since
   * Kubernetes 1.25. Whose clock is meant is said too: left out, it is that of the machine that the controller runs on.
   */
  private byTheClock({ sizes: { small: size } }: Environment): void {
    new ScheduledJob(this, 'MyCronjob', {
      schedule: Schedule.cron('*/1 * * * *'),
      timeZone: 'Asia/Shanghai',
      image,
      size,
      command: ['echo', 'Hello, world!'],
      restartPolicy: 'OnFailure',
      activeDeadline: Duration.seconds(50),
    });
  }
}
