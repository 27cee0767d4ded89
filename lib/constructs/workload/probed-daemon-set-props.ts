import { Duration } from 'cdk8s';
import { DEFAULTS as CONTAINER_DEFAULTS, type ContainerProps } from '../container/container-props';
import type { Probe } from '../container/probe';
import { DEFAULTS as POD_DEFAULTS, type PodProps } from '../pod/pod-props';
import type { Defaulted } from '../with-defaults';
import { DaemonSetRollout } from './daemon-set-rollout';
import type { WorkloadIdentity, WorkloadIdentityProps } from './workload-identity';

/** What a DaemonSet is, apart from whether anybody connects to it. */
export interface DaemonSetProps extends ContainerProps, PodProps, WorkloadIdentityProps {
  /**
   * How Pods are replaced when the template changes.
   *
   * @default DaemonSetRollout.maxUnavailable(1)
   */
  readonly rollout?: DaemonSetRollout;

  /**
   * Time a new Pod must stay ready before the rollout counts on it.
   *
   * @default Duration.seconds(5)
   */
  readonly minReady?: Duration;

  /**
   * Old versions kept for `kubectl rollout undo`.
   *
   * @default 10
   */
  readonly revisionHistoryLimit?: number;
}

/**
 * A program that others connect to says when they may, and when it is dead. An agent without a port may leave both out:
 * it most often fails by ending, which restarts it, and a command that proves nothing is worse than no probe.
 */
export type ServingProbes =
  | { readonly port: number; readonly readiness: Probe; readonly liveness: Probe }
  | { readonly port?: undefined };

/** Props of `ProbedDaemonSet`. */
export type ProbedDaemonSetProps = DaemonSetProps & ServingProbes;

/** What left-out props become. */
export const DEFAULTS = {
  ...CONTAINER_DEFAULTS,
  ...POD_DEFAULTS,
  rollout: DaemonSetRollout.maxUnavailable(1),
  minReady: Duration.seconds(5),
  revisionHistoryLimit: 10,
} as const;

/** Props with the defaults filled in. */
export type ResolvedDaemonSetProps = Defaulted<DaemonSetProps, typeof DEFAULTS> & WorkloadIdentity;
