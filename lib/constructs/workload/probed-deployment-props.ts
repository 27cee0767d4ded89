import { Duration } from 'cdk8s';
import { DEFAULTS as CONTAINER_DEFAULTS, type ContainerProps } from '../container/container-props';
import type { Probe } from '../container/probe';
import { DEFAULTS as POD_DEFAULTS, type PodProps } from '../pod/pod-props';
import type { TopologySpread } from '../pod/topology-spread';
import type { Defaulted } from '../with-defaults';
import { Rollout } from './rollout';
import type { WorkloadIdentity, WorkloadIdentityProps } from './workload-identity';

/** Props of `ProbedDeployment`. */
export interface ProbedDeploymentProps extends ContainerProps, PodProps, WorkloadIdentityProps {
  /** Port that the container listens on, 1 to 65535. */
  readonly port: number;

  /** Whether a Pod may be sent requests. It may depend on what the program needs to answer. */
  readonly readiness: Probe;

  /** Whether a container is restarted. It must not depend on anything but the program itself. */
  readonly liveness: Probe;

  /**
   * Pods to run, or `'autoscaled'` where an autoscaler decides: the count is then left out of the manifest, because
   * each apply would reset it. A Deployment that is new starts with one Pod then, until the autoscaler sees it.
   *
   * @default 2
   */
  readonly replicas?: number | 'autoscaled';

  /**
   * How Pods are replaced when the template changes.
   *
   * @default Rollout.rollingUpdate()
   */
  readonly rollout?: Rollout;

  /**
   * Time a new Pod must stay ready before the rollout counts on it.
   *
   * @default Duration.seconds(5)
   */
  readonly minReady?: Duration;

  /**
   * Time without progress after which a rollout is reported as failed. It is not undone by itself.
   *
   * @default Duration.minutes(10)
   */
  readonly progressDeadline?: Duration;

  /**
   * Old versions kept for `kubectl rollout undo`.
   *
   * @default 10
   */
  readonly revisionHistoryLimit?: number;

  /**
   * How strictly Pods keep apart over zones and nodes.
   *
   * @default 'preferred'
   */
  readonly spread?: TopologySpread;
}

/** What left-out props become. */
export const DEFAULTS = {
  ...CONTAINER_DEFAULTS,
  ...POD_DEFAULTS,
  replicas: 2,
  rollout: Rollout.rollingUpdate(),
  minReady: Duration.seconds(5),
  progressDeadline: Duration.minutes(10),
  revisionHistoryLimit: 10,
  spread: 'preferred',
} as const;

/** Props with the defaults filled in. */
export type ResolvedDeploymentProps = Defaulted<ProbedDeploymentProps, typeof DEFAULTS> & WorkloadIdentity;
