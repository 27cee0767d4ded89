import { Duration } from 'cdk8s';
import type { NamedContainer } from '../container/named-container';
import type { DnsConfig } from './dns-config';
import type { Placement } from './placement';

/** What a Pod is beyond its main container. */
export interface PodProps {
  /**
   * Containers that run to their end before the others start, one after the other. What they make for the others goes
   * through a volume that both mount.
   *
   * @default - none
   */
  readonly initContainers?: readonly NamedContainer[];

  /**
   * Containers that start before the main one and end after it: init containers that are restarted always. The next starts
   * when the startup probe of the one before has succeeded.
   *
   * @default - none
   * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
   */
  readonly sidecars?: readonly NamedContainer[];

  /**
   * Containers beside the main one, without an order. They share its network: each port is for one of them.
   *
   * @default - none
   */
  readonly containers?: readonly NamedContainer[];

  /**
   * What is asked of the place that the Pod runs at; all of it together.
   *
   * @default - any node with room
   */
  readonly placement?: readonly Placement[];

  /**
   * User and group that the containers run as, 1 or more, or `'root'`, which Pod Security "restricted" forbids.
   *
   * @default 65532
   */
  readonly user?: number | 'root';

  /**
   * Time a Pod goes on serving after it was told to end (preStop), in which proxies learn that it is leaving. It counts
   * where the main container has a port.
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
   * Network that the Pod is in: one of its own, or that of its node, whose ports it takes then. Pod Security "baseline"
   * forbids the latter. Names of the cluster are resolved in both.
   *
   * @default 'pod'
   */
  readonly network?: 'pod' | 'host';

  /**
   * Whether containers see the processes of each other: `pod` lets a sidecar signal or debug the main one.
   *
   * @default 'container'
   */
  readonly processNamespace?: 'container' | 'pod';

  /**
   * ServiceAccount that the Pod speaks to the API server as, and whether its containers get the token: a `WorkloadAccount`.
   *
   * @default - the namespace's default one, without a token
   */
  readonly account?: { readonly name: string; readonly token: 'mounted' | 'withheld' };

  /**
   * Names that the Pod finds beside those of DNS, by address: `{ '10.0.0.7': ['mysql.internal'] }`.
   *
   * @default - none
   */
  readonly hostAliases?: Readonly<Record<string, readonly string[]>>;

  /**
   * How names are resolved.
   *
   * @default - by the DNS of the cluster
   */
  readonly dns?: DnsConfig;

  /**
   * Labels of the Pods beside those that select them, for others to find them by. A change rolls them.
   *
   * @default - none
   */
  readonly podLabels?: Readonly<Record<string, string>>;

  /**
   * Annotations of the Pods. A change rolls them.
   *
   * @default - none
   */
  readonly podAnnotations?: Readonly<Record<string, string>>;
}

/** What left-out props become. */
export const DEFAULTS = {
  user: 65532, // nonroot of the distroless images
  drainDelay: Duration.seconds(5),
  gracePeriod: Duration.seconds(30),
  network: 'pod',
  processNamespace: 'container',
} as const;
