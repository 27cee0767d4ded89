import type { Duration } from 'cdk8s';
import type { k8s } from '../../kubernetes/k8s';

/** What a proxy on each node does with connections to the Service. */
export interface ClusterIpOptions {
  /**
   * Address to have, an IP address of the cluster's range for Services that nobody else has. It fits that one cluster: where
   * the range is another, the API server refuses the Service.
   *
   * @default - the cluster picks a free one
   */
  readonly ip?: string;

  /**
   * Whether a client keeps to the Pod that it got first, and for how long after its last connection: 1 second to 24 hours.
   * A client is the source address that the proxy sees: behind an ingress controller or a NAT, many clients are one.
   * Without it each connection gets a Pod by chance, in no order, and keeps it until it is closed.
   *
   * @default - it does not
   * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity
   */
  readonly sessionAffinity?: { readonly clientIp: Duration };

  /**
   * Pods that connections from within the cluster may get: any, or with `Local` only those of the client's own node, and
   * none where that runs none: the connection is dropped then, not sent elsewhere.
   *
   * @default - `Cluster`, by Kubernetes
   */
  readonly internalTrafficPolicy?: 'Cluster' | 'Local';
}

/** How a headless Service is answered for. */
export interface HeadlessOptions {
  /**
   * Whether DNS also names Pods that are not ready: peers that must find each other before they can be need it.
   *
   * @default 'hidden'
   */
  readonly notReadyAddresses?: 'hidden' | 'published';
}

/** How a Service is reached at the nodes. */
export interface NodePortOptions extends ClusterIpOptions {
  /**
   * Port on every node, 30000 to 32767; of several ports those that are to have a certain one, by name.
   *
   * @default - the cluster picks free ones
   */
  readonly nodePort?: number | Readonly<Record<string, number>>;

  /**
   * Pods that connections from outside may get. `Cluster`: any Pod at any node, but the Pod sees the node's address for the
   * client's. `Local`: only Pods of the node that was connected to, which see the client's own address; a node without one
   * answers nobody, and Pods share the load by node. Neither divides clients over Pods.
   *
   * @default 'Cluster'
   * @see https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip
   */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
}

/** How a Service is reached by a load balancer, which somebody else makes: the cloud, or MetalLB and its like. */
export interface LoadBalancerOptions extends NodePortOptions {
  /**
   * Implementation that makes it, such as `internal-vip` or `example.com/internal-vip`. It can never be changed.
   *
   * @default - the one that the cluster has for all
   */
  readonly className?: string;

  /**
   * Client addresses that are let in, as CIDR blocks, one at least. An implementation may ignore it.
   *
   * @default - all
   */
  readonly sourceRanges?: readonly string[];

  /**
   * Port at which each node says whether it has a ready Pod, 30000 to 32767; for `externalTrafficPolicy` `Local`. It can
   * never be changed.
   *
   * @default - with `Local` the cluster picks a free one
   */
  readonly healthCheckNodePort?: number;

  /**
   * Whether ports are opened on the nodes too. An implementation that sends straight to Pods needs `none`; those that
   * `nodePort` names are opened all the same.
   *
   * @default 'allocated'
   */
  readonly nodePorts?: 'allocated' | 'none';
}

/** What left-out options become. */
export const DEFAULTS = {
  notReadyAddresses: 'hidden',
  externalTrafficPolicy: 'Cluster',
  nodePorts: 'allocated',
} as const;

/**
 * Who can reach a Service, and how. There are no weights: every ready Pod gets the same chance. What divides by weight is a
 * `CanaryIngress`.
 *
 * A Service that was once headless stays so, whatever is applied later, and none becomes headless: delete it first.
 */
export class Exposure {
  /** From within the cluster, at one address. */
  static clusterIp(options: ClusterIpOptions = {}): Exposure {
    return new Exposure('ClusterIP', options);
  }

  /**
   * From within the cluster, by DNS alone: the name stands for the addresses of all Pods, and each Pod can have a name.
   * Nothing is in between, so a client connects to the port of the Pod, whatever `port` says.
   */
  static headless(options: HeadlessOptions = {}): Exposure {
    return new Exposure('Headless', options);
  }

  /** Also at a port of every node. */
  static nodePort(options: NodePortOptions = {}): Exposure {
    return new Exposure('NodePort', options);
  }

  /** Also by a load balancer. */
  static loadBalancer(options: LoadBalancerOptions = {}): Exposure {
    return new Exposure('LoadBalancer', options);
  }

  private constructor(
    readonly kind: 'ClusterIP' | 'Headless' | 'NodePort' | 'LoadBalancer',
    readonly options: LoadBalancerOptions & HeadlessOptions,
  ) {}

  /** The fields of a Service that say it, without its ports. */
  manifest(): Partial<k8s.ServiceSpec> {
    const { options } = this;
    if (this.kind === 'Headless') {
      const publishNotReadyAddresses = options.notReadyAddresses === 'published' || undefined; // the API drops a false
      return { type: 'ClusterIP', clusterIp: 'None', publishNotReadyAddresses };
    }
    const clientIp = options.sessionAffinity && { timeoutSeconds: options.sessionAffinity.clientIp.toSeconds() };
    const proxied = {
      type: this.kind,
      clusterIp: options.ip,
      sessionAffinity: clientIp && 'ClientIP',
      sessionAffinityConfig: clientIp && { clientIp },
      internalTrafficPolicy: options.internalTrafficPolicy,
    };
    if (this.kind === 'ClusterIP') return proxied;
    const reached = { externalTrafficPolicy: options.externalTrafficPolicy ?? DEFAULTS.externalTrafficPolicy };
    if (this.kind === 'NodePort') return { ...proxied, ...reached };
    return {
      ...proxied,
      ...reached,
      loadBalancerClass: options.className,
      loadBalancerSourceRanges: options.sourceRanges && [...options.sourceRanges],
      healthCheckNodePort: options.healthCheckNodePort,
      allocateLoadBalancerNodePorts: (options.nodePorts ?? DEFAULTS.nodePorts) === 'allocated',
    };
  }

  /** Port of the nodes for a port of the Service, by its name, where one was asked for. */
  nodePortOf(name: string | undefined): number | undefined {
    const { nodePort } = this.options;
    if (typeof nodePort === 'number') return nodePort;
    return name === undefined ? undefined : nodePort?.[name];
  }
}
