import { Duration } from 'cdk8s';
import type { Defaulted } from '../with-defaults';
import { DEFAULTS as JOB_DEFAULTS, type JobProps } from './job-props';

/** Props of `BatchJob`. */
export interface BatchJobProps extends JobProps {
  /**
   * Name of the Job, at most 57 characters with what `naming` adds.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * What a change of the Job means, which Kubernetes lets nobody change. `fixed`: applying the change is refused as long as
   * the old Job is there; delete it first. `byContent`: the name ends in a version of the content, so any change, be it of a
   * label, is another Job that runs beside the old one.
   *
   * @default 'fixed'
   */
  readonly naming?: 'fixed' | 'byContent';

  /**
   * Time that the Job and the logs of its Pods stay after its end. It is made and run again when it is applied after that,
   * or at once where Argo CD heals what is missing: let it do no harm twice, or choose `forever`.
   *
   * @default Duration.days(7)
   */
  readonly ttlAfterFinished?: Duration | 'forever';

  /**
   * Whether it runs, or waits until somebody lets it: a queue such as Kueue, or `kubectl patch`.
   *
   * @default 'active'
   */
  readonly state?: 'active' | 'suspended';
}

/** What left-out props become. */
export const DEFAULTS = {
  ...JOB_DEFAULTS,
  naming: 'fixed',
  ttlAfterFinished: Duration.days(7),
  state: 'active',
} as const;

/** Props with the defaults filled in. */
export type ResolvedBatchJobProps = Defaulted<BatchJobProps, typeof DEFAULTS & { name: string; application: string }>;
