import type { ContainerImage } from '../../kubernetes/container-image';
import type { ContainerSize } from '../../kubernetes/container-size';
import type { Mount } from '../storage/volume';
import type { ConfigSource } from './config-source';
import type { ContainerPort } from './container-port';
import type { LifecycleHook } from './lifecycle-hook';
import type { Probe } from './probe';
import type { VariableValue } from './variable-source';

/** What runs in a container, and what it is given. */
export interface ContainerProps {
  /** Image to run. */
  readonly image: ContainerImage;

  /** What the container asks of its node, and the most that it may take. */
  readonly size: ContainerSize;

  /**
   * Port that it listens on, 1 to 65535.
   *
   * @default - none: it is connected to by nobody
   */
  readonly port?: number;

  /**
   * Name of the port, by which Services and probes find it.
   *
   * @default 'http'
   */
  readonly portName?: string;

  /**
   * Further ports.
   *
   * @default - none
   */
  readonly extraPorts?: readonly ContainerPort[];

  /**
   * Program to run instead of the image's entrypoint.
   *
   * @default - the image's
   */
  readonly command?: readonly string[];

  /**
   * Arguments to the program. `$(NAME)` becomes the value of a variable.
   *
   * @default - the image's
   */
  readonly args?: readonly string[];

  /**
   * Folder that the program starts in.
   *
   * @default - the image's
   */
  readonly workingDir?: string;

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
   * Volumes, and where the container sees them: `volume.at('/data')`.
   *
   * @default - none
   */
  readonly mounts?: readonly Mount[];

  /**
   * Folders that the container may write to, 64Mi each, emptied with the Pod. The rest of its file system is read-only.
   *
   * @default ['/tmp']
   */
  readonly writablePaths?: readonly string[];

  /**
   * Whether the container may be sent requests.
   *
   * @default - it may as soon as it runs
   */
  readonly readiness?: Probe;

  /**
   * Whether the container is restarted. It must not depend on anything but the program itself.
   *
   * @default - it is when the program ends
   */
  readonly liveness?: Probe;

  /**
   * Time to start in: liveness and readiness wait until it has succeeded once. `Probe.allowance` says how long that is.
   *
   * @default - none: liveness counts from the start
   */
  readonly startup?: Probe;

  /**
   * What is done right after the start. Nobody waits for it but the other probes and hooks of the container.
   *
   * @default - nothing
   */
  readonly postStart?: LifecycleHook;

  /**
   * What is done before the program is told to end. The grace period holds it.
   *
   * @default - it waits for `drainDelay` where it has a port, so that proxies learn that it is leaving
   */
  readonly preStop?: LifecycleHook;

  /**
   * Capabilities of Linux that the program needs: `NET_BIND_SERVICE` is the only one that Pod Security "restricted" allows.
   *
   * @default - none
   */
  readonly addCapabilities?: readonly string[];

  /**
   * Whether the program may write anywhere in its own file system.
   *
   * @default 'readOnly'
   */
  readonly rootFileSystem?: 'readOnly' | 'writable';

  /**
   * What the program may become: `restricted` never more than it starts as, `escalating` more by setuid or file
   * capabilities, `privileged` all that root is on the node. Pod Security "restricted" allows the first alone.
   *
   * @default 'restricted'
   */
  readonly privileges?: 'restricted' | 'escalating' | 'privileged';
}

/** What left-out props become. */
export const DEFAULTS = {
  portName: 'http',
  writablePaths: ['/tmp'],
  rootFileSystem: 'readOnly',
  privileges: 'restricted',
} as const;
