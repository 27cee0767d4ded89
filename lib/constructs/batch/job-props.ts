import { Duration } from 'cdk8s';
import { DEFAULTS as CONTAINER_DEFAULTS, type ContainerProps } from '../container/container-props';
import { DEFAULTS as POD_DEFAULTS, type PodProps } from '../pod/pod-props';
import type { Defaulted } from '../with-defaults';
import type { PodFailureRule } from './pod-failure-rule';

/** What runs to its end, how often, and what is done when it fails. */
export interface JobProps extends ContainerProps, PodProps {
  /**
   * Application that the Pods belong to.
   *
   * @default - the name
   */
  readonly application?: string;

  /**
   * Pods that must succeed, 1 or more; or `workQueue`, where the Pods share out the work among themselves: the Job is done
   * when one has succeeded and all have ended.
   *
   * @default 1
   */
  readonly completions?: number | 'workQueue';

  /**
   * Pods that run at the same time at most, 1 or more.
   *
   * @default 1
   */
  readonly parallelism?: number;

  /**
   * Whether each Pod has a part of its own: `Indexed` tells each which one, from 0, in the variable `JOB_COMPLETION_INDEX`
   * and in its host name. One Pod a part must succeed.
   *
   * @default 'NonIndexed'
   */
  readonly completionMode?: 'NonIndexed' | 'Indexed';

  /**
   * What happens when a container fails. `Never`: the Pod stays for its log to be read, and another is made. `OnFailure`:
   * the container is started again in the same Pod, and log and Pod are gone when the Job gives up.
   *
   * @default 'Never'
   */
  readonly restartPolicy?: 'Never' | 'OnFailure';

  /**
   * Failures after which the Job gives up, 0 or more. They come ever later: after 10 s, 20 s, 40 s, to 10 minutes.
   *
   * @default - 6, or no bound where `backoffLimitPerIndex` is given
   */
  readonly backoffLimit?: number;

  /**
   * Failures after which one index is given up while the others go on, 0 or more. For `Indexed` with `Never`.
   *
   * @default - none: the failures of all count together
   */
  readonly backoffLimitPerIndex?: number;

  /**
   * Indexes that may be given up before the Job is, 0 to `completions`.
   *
   * @default - all: the others are still tried
   */
  readonly maxFailedIndexes?: number;

  /**
   * What is done about a Pod by how it failed. For `Never`.
   *
   * @default - each failure counts
   */
  readonly podFailurePolicy?: readonly PodFailureRule[];

  /**
   * When a Pod that ends is replaced: once it has ended (`Failed`), so that no two do the same work, or as soon as it is
   * told to.
   *
   * @default 'Failed'
   */
  readonly podReplacementPolicy?: 'Failed' | 'TerminatingOrFailed';

  /**
   * Time that the Job may take with all its tries, 1 second or more. Its Pods are ended then, and it has failed. One that
   * hangs would otherwise hang for ever.
   *
   * @default Duration.days(1)
   */
  readonly activeDeadline?: Duration;
}

/** What left-out props become. */
export const DEFAULTS = {
  ...CONTAINER_DEFAULTS,
  ...POD_DEFAULTS,
  completions: 1,
  parallelism: 1,
  completionMode: 'NonIndexed',
  restartPolicy: 'Never',
  podReplacementPolicy: 'Failed',
  activeDeadline: Duration.days(1),
} as const;

/** Props with the defaults filled in. */
export type ResolvedJobProps = Defaulted<JobProps, typeof DEFAULTS & { application: string }>;
