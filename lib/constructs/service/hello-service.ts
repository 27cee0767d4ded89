import { Construct } from 'constructs';
import type { ContainerImage } from '../../kubernetes/container-image';
import type { ContainerSize } from '../../kubernetes/container-size';
import type { ConfigSource } from '../container/config-source';
import { Probe } from '../container/probe';
import type { VariableValue } from '../container/variable-source';
import { InvalidProp } from '../invalid-prop';
import { ingressPeers } from '../network/ingress-peers';
import type { NetworkPeer } from '../network/network-peer';
import { objectName } from '../object-name';
import type { CanaryIngress } from '../traffic/canary-ingress';
import type { ServiceIngress } from '../traffic/service-ingress';
import type { CanaryRule } from '../traffic/traffic-intent';
import { type Defaulted, withDefaults } from '../with-defaults';
import { type HelloIngress, helloIngresses } from './hello-ingresses';
import { type ReplicaBounds, ServiceVersion } from './service-version';

/** Props of `HelloService`. */
export interface HelloServiceProps {
  /** Image that most requests get. */
  readonly image: ContainerImage;

  /** What a container asks of its node, and the most that it may take. */
  readonly size: ContainerSize;

  /**
   * The next version beside it, and the percent of requests that it gets.
   *
   * @default - none
   */
  readonly canary?: { readonly image: ContainerImage; readonly weightPercent: number };

  /**
   * Rules by which testers pick the version, asked in this order before the weight.
   *
   * @default [{ header: 'X-Canary' }]
   */
  readonly canaryRules?: readonly CanaryRule[];

  /**
   * Port that the program listens on, 1 to 65535.
   *
   * @default 3000
   */
  readonly port?: number;

  /**
   * Whether a Pod may be sent requests.
   *
   * @default Probe.http('/')
   */
  readonly readiness?: Probe;

  /**
   * Whether a container is restarted.
   *
   * @default Probe.http('/healthz')
   */
  readonly liveness?: Probe;

  /**
   * Config to read.
   *
   * @default - none
   */
  readonly config?: readonly ConfigSource[];

  /**
   * Config that the canary reads instead: that of the stable version may be an earlier one, brought back by a rollback.
   *
   * @default - `config`
   */
  readonly canaryConfig?: readonly ConfigSource[];

  /**
   * Environment variables.
   *
   * @default - none
   */
  readonly env?: Readonly<Record<string, VariableValue>>;

  /**
   * Hosts and paths to answer for from outside; several where they come in by different controllers, say.
   *
   * @default - reached from inside the namespace only, where the network is open
   */
  readonly ingress?: HelloIngress | readonly HelloIngress[];

  /**
   * Who may connect beside the ingress controller: other workloads, say.
   *
   * @default - nobody
   */
  readonly allowFrom?: readonly NetworkPeer[];

  /**
   * What its Pods may connect to: other workloads, addresses outside the cluster.
   *
   * @default - nothing but the cluster's DNS
   */
  readonly allowTo?: readonly NetworkPeer[];

  /**
   * Bounds to scale within, by CPU and memory.
   *
   * @default - two Pods
   */
  readonly scaling?: ReplicaBounds;
}

/** What left-out props become. */
export const DEFAULTS = {
  canaryRules: [{ header: 'X-Canary' }],
  port: 3000,
  readiness: Probe.http('/'),
  liveness: Probe.http('/healthz'),
} as const;

/** Pods of a service that does not scale. */
const FIXED_REPLICAS = 2;

type ResolvedProps = Defaulted<HelloServiceProps, typeof DEFAULTS>;

/**
 * A web service such as the tutorials' hellok8s: probed, reachable, scaled, and able to run its next version beside it.
 *
 * Defines a `ServiceVersion` named after the id, one named `<id>-canary` where there is a canary, and a `ServiceIngress`
 * or a `CanaryIngress` for each ingress.
 *
 * @throws InvalidProp `CanaryWithoutIngress`, and as its parts do
 * @example
 * new HelloService(this, 'Hello', {
 *   ...env.release('hello', 'ceyewan/hellok8s'), size: env.sizes.small, scaling: env.replicas,
 *   ingress: { via: env.cluster.ingress, hosts: [`hello.${env.domain}`] },
 * });
 */
export class HelloService extends Construct {
  /** What most requests get. */
  public readonly stable: ServiceVersion;
  /** The next version, where there is one. */
  public readonly canary?: ServiceVersion;
  /** How requests come in, where they do: one for each place that was named. */
  public readonly ingresses: readonly (ServiceIngress | CanaryIngress)[];

  constructor(scope: Construct, id: string, props: HelloServiceProps) {
    super(scope, id);
    const name = objectName(scope, id);
    const resolved = withDefaults(props, DEFAULTS);
    const { image, canary, scaling } = resolved;
    if (canary && placesOf(resolved).length === 0) this.refuseCanary(canary);

    this.stable = new ServiceVersion(this, 'Stable', {
      ...shared(resolved),
      name,
      application: name,
      image,
      ...pods(scaling, 100),
    });
    if (canary) this.canary = new ServiceVersion(this, 'Canary', canaryProps(name, canary, resolved));
    this.ingresses = helloIngresses(this, placesOf(resolved), {
      name,
      stable: this.stable,
      canary: this.canary,
      rules: { rules: resolved.canaryRules, weightPercent: canary?.weightPercent },
    });
  }

  private refuseCanary({ weightPercent }: NonNullable<HelloServiceProps['canary']>): never {
    const mend = 'give ingress, or take the canary out of releases.json';
    throw new InvalidProp('CanaryWithoutIngress', this, {
      prop: 'canary',
      got: `${weightPercent}%`,
      rule: 'needs an ingress, which divides the requests',
      mend,
    });
  }
}

function placesOf({ ingress = [] }: Pick<HelloServiceProps, 'ingress'>): readonly HelloIngress[] {
  return 'via' in ingress ? [ingress] : ingress;
}

function canaryProps(
  name: string,
  { image, weightPercent }: NonNullable<HelloServiceProps['canary']>,
  props: ResolvedProps,
) {
  const config = props.canaryConfig ?? props.config;
  const own = { name: `${name}-canary`, application: name, image, config, ...pods(props.scaling, weightPercent) };
  return { ...shared(props), ...own };
}

function shared({ size, port, readiness, liveness, config, env, ingress, allowTo, ...props }: ResolvedProps) {
  const from = [...ingressPeers(placesOf({ ingress }).map(({ via }) => via)), ...(props.allowFrom ?? [])];
  return { size, port, readiness, liveness, config, env, allowFrom: from.length > 0 ? from : undefined, allowTo };
}

/** Pods for a share of the requests: at least that share of the least, at most as many as for all of them. */
function pods(
  scaling: ReplicaBounds | undefined,
  percent: number,
): { readonly scaling: ReplicaBounds } | { readonly replicas: number } {
  const share = (count: number) => Math.min(count, Math.max(1, Math.ceil((count * percent) / 100)));
  if (!scaling) return { replicas: share(FIXED_REPLICAS) };
  return { scaling: { ...scaling, minReplicas: share(scaling.minReplicas) } };
}
