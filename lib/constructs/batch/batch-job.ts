import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { type Labels, selectorLabels } from '../../kubernetes/labels';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { type BatchJobProps, DEFAULTS, type ResolvedBatchJobProps } from './batch-job-props';
import { contentVersion } from './content-version';
import { jobSpec } from './job-spec';
import { requireSoundJob } from './require-sound-job';

/**
 * A Job: a program that runs to its end, once.
 *
 * Defines one Job, accepted by Pod Security "restricted". A sidecar does not keep it from its end; another container that
 * never ends does.
 *
 * @throws InvalidProp for what Kubernetes would refuse or could not run
 * @example
 * new BatchJob(this, 'Migrate', {
 *   image, size, args: ['migrate'], naming: 'byContent', activeDeadline: Duration.minutes(20),
 *   podFailurePolicy: [PodFailureRule.podCondition('DisruptionTarget', 'Ignore')],
 * });
 */
export class BatchJob extends Construct {
  /** The Job itself, for what the props do not cover. */
  public readonly job: k8s.KubeJob;
  /** Name without the version that `naming` adds: it stays. */
  public readonly name: string;
  /** Labels that its Pods, and no others, carry; those of every version. */
  public readonly selector: Labels;
  /** Name of the port, where it has one. */
  public readonly portName: string;

  constructor(scope: Construct, id: string, props: BatchJobProps) {
    super(scope, id);
    const name = props.name ?? objectName(scope, id);
    const resolved = withDefaults(props, { ...DEFAULTS, name, application: name });
    requireSoundJob(this, resolved);

    this.name = name;
    this.portName = resolved.portName;
    this.selector = selectorLabels(resolved.application, name);
    const labels = { ...Chart.of(this).labels, ...this.selector };
    const spec = jobSpec(resolved, { labels, selector: this.selector });
    const version = resolved.naming === 'byContent' ? `-${contentVersion(spec)}` : '';
    this.job = new k8s.KubeJob(this, 'Job', {
      metadata: { name: name + version, labels, annotations: annotations(resolved) },
      spec: { ...spec, suspend: resolved.state === 'suspended', ttlSecondsAfterFinished: ttl(resolved) },
    });
  }
}

function ttl({ ttlAfterFinished }: ResolvedBatchJobProps): number | undefined {
  return ttlAfterFinished === 'forever' ? undefined : ttlAfterFinished.toSeconds();
}

/** A version that nothing names any more may still run: it is left to its end, and is no difference to report. */
function annotations({ naming }: ResolvedBatchJobProps): Record<string, string> | undefined {
  if (naming === 'fixed') return undefined;
  return {
    'argocd.argoproj.io/sync-options': 'Prune=false',
    'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
  };
}
