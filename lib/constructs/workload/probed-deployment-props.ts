import { Duration } from 'cdk8s';
import type { ContainerImage } from '../../kubernetes/container-image';
import type { ContainerSize } from '../../kubernetes/container-size';
import type { Defaulted } from '../with-defaults';
import type { ConfigSource } from './config-source';
import type { Probe } from './probe';
import { Rollout } from './rollout';
import type { TopologySpread } from './topology-spread';
import type { VariableValue } from './variable-source';

/** Props of `ProbedDeployment`. */
export interface ProbedDeploymentProps {
  /** Image to run. */
  readonly image: ContainerImage;

  /** Port that the container listens on, 1 to 65535. */
  readonly port: number;

  /** What the container asks of its node, and the most that it may take. */
  readonly size: ContainerSize;

  /** Whether a Pod may be sent requests. It may depend on what the program needs to answer. */
  readonly readiness: Probe;

  /** Whether a container is restarted. It must not depend on anything but the program itself. */
  readonly liveness: Probe;

  /**
   * Time to start in: liveness and readiness wait until it has succeeded once. `Probe.allowance` says how long that is.
   *
   * @default - none: liveness counts from the start
   */
  readonly startup?: Probe;

  /**
   * Name of the Deployment, at most 46 characters, so that no Pod name is cut.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * Application that the Pods belong to. Versions that run side by side share it and differ in `name`.
   *
   * @default - the name
   */
  readonly application?: string;

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
   * Name of the port, by which Services and probes find it.
   *
   * @default 'http'
   */
  readonly portName?: string;

  /**
   * Program to run instead of the image's entrypoint.
   *
   * @default - the image's
   */
  readonly command?: readonly string[];

  /**
   * Arguments to the program.
   *
   * @default - the image's
   */
  readonly args?: readonly string[];

  /**
   * Environment variables, literal or from where they are kept.
   *
   * @default - none
   */
  readonly env?: Readonly<Record<string, VariableValue>>;

  /**
   * Config to read. A `VersionedConfig` has a new name when it changes, which rolls its consumers and nobody else.
   *
   * @default - none
   */
  readonly config?: readonly ConfigSource[];

  /**
   * Folders that the container may write to, 64Mi each, emptied with the Pod. The rest of its file system is read-only.
   *
   * @default ['/tmp']
   */
  readonly writablePaths?: readonly string[];

  /**
   * User and group that the container runs as, 1 or more.
   *
   * @default 65532
   */
  readonly user?: number;

  /**
   * Time a Pod goes on serving after it was told to end (preStop), in which proxies learn that it is leaving.
   *
   * @default Duration.seconds(5)
   */
  readonly drainDelay?: Duration;

  /**
   * Time from being told to end to being killed. It holds `drainDelay` and what the program takes to finish its work.
   *
   * @default Duration.seconds(30)
   */
  readonly gracePeriod?: Duration;

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
  replicas: 2,
  rollout: Rollout.rollingUpdate(),
  portName: 'http',
  writablePaths: ['/tmp'],
  user: 65532, // nonroot of the distroless images
  drainDelay: Duration.seconds(5),
  gracePeriod: Duration.seconds(30),
  minReady: Duration.seconds(5),
  progressDeadline: Duration.minutes(10),
  revisionHistoryLimit: 10,
  spread: 'preferred',
} as const;

/** Props with the defaults filled in. */
export type ResolvedDeploymentProps = Defaulted<
  ProbedDeploymentProps,
  typeof DEFAULTS & { name: string; application: string }
>;
