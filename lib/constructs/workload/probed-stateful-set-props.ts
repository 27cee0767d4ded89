import { Duration } from 'cdk8s';
import { DEFAULTS as CONTAINER_DEFAULTS, type ContainerProps } from '../container/container-props';
import type { Probe } from '../container/probe';
import { DEFAULTS as POD_DEFAULTS, type PodProps } from '../pod/pod-props';
import type { TopologySpread } from '../pod/topology-spread';
import type { Defaulted } from '../with-defaults';
import type { ClaimTemplate } from './claim-template';
import { StatefulSetRollout } from './stateful-set-rollout';
import type { WorkloadIdentity, WorkloadIdentityProps } from './workload-identity';

/** Props of `ProbedStatefulSet`. */
export interface ProbedStatefulSetProps extends ContainerProps, PodProps, WorkloadIdentityProps {
  /** Port that the container listens on, 1 to 65535. */
  readonly port: number;

  /** Whether a Pod may be sent requests. While Pods come one after the other, the next waits for it. */
  readonly readiness: Probe;

  /** Whether a container is restarted. It must not depend on anything but the program itself. */
  readonly liveness: Probe;

  /**
   * Pods to run, or `'autoscaled'` where an autoscaler decides. A program that was made to run once must not run twice by
   * chance, so more than one is asked for.
   *
   * @default 1
   */
  readonly replicas?: number | 'autoscaled';

  /**
   * Disks that each Pod has of its own. Immutable.
   *
   * @default - none
   */
  readonly claims?: readonly ClaimTemplate[];

  /**
   * What becomes of the claims, and of what is stored there, when the StatefulSet is deleted.
   *
   * @default 'Retain'
   */
  readonly claimsWhenDeleted?: 'Retain' | 'Delete';

  /**
   * What becomes of the claim of a Pod that is one too many after the count went down.
   *
   * @default 'Retain'
   */
  readonly claimsWhenScaled?: 'Retain' | 'Delete';

  /**
   * Name of the headless Service that gives each Pod its DNS name: lower case, beginning with a letter. Immutable.
   *
   * @default - the name and `-headless`
   */
  readonly serviceName?: string;

  /**
   * Pods that have a DNS name: those that are ready, or `all` where members of a cluster must find each other first.
   *
   * @default 'ready'
   */
  readonly publishedAddresses?: 'ready' | 'all';

  /**
   * Whether Pods come and go one after the other, each when the one before is ready, or all at once. Updates go one after
   * the other all the same. Immutable.
   *
   * @default 'OrderedReady'
   */
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';

  /**
   * Ordinal of the first Pod, 0 or more: to move Pods from one cluster to another, some here and the others there.
   *
   * @default 0
   */
  readonly startOrdinal?: number;

  /**
   * How Pods are replaced when the template changes.
   *
   * @default StatefulSetRollout.rollingUpdate()
   */
  readonly rollout?: StatefulSetRollout;

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
  replicas: 1,
  claimsWhenDeleted: 'Retain',
  claimsWhenScaled: 'Retain',
  publishedAddresses: 'ready',
  podManagementPolicy: 'OrderedReady',
  startOrdinal: 0,
  rollout: StatefulSetRollout.rollingUpdate(),
  minReady: Duration.seconds(5),
  revisionHistoryLimit: 10,
  spread: 'preferred',
} as const;

/** Props with the defaults filled in. */
export type ResolvedStatefulSetProps = Defaulted<ProbedStatefulSetProps, typeof DEFAULTS> &
  WorkloadIdentity & { readonly serviceName: string };
