/** A port that a Service listens on, and the port of the Pods that it sends to. */
export interface ServicePort {
  /** Port that the Service listens on, 1 to 65535. */
  readonly port: number;

  /**
   * Port of the Pods: its name, by which each version of the Pods may have another number, or a number from 1 to 65535.
   *
   * @default - the workload's port, by its name
   */
  readonly targetPort?: number | string;

  /**
   * Name, by which routes and SRV records find it: at most 63 lower case letters, digits and "-". Of several ports each
   * needs one.
   *
   * @default - the name that `targetPort` is; none where that is a number
   */
  readonly name?: string;

  /**
   * Protocol below the application. Two ports may have one number when they differ in it.
   *
   * @default 'TCP'
   */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';

  /**
   * What the application speaks, for proxies and load balancers that ask: `http`, `https`, `kubernetes.io/h2c` (HTTP/2
   * without TLS), `kubernetes.io/ws`, or a name of their own, with a prefix. Kubernetes itself does nothing with it.
   *
   * @default - not said
   */
  readonly appProtocol?: string;
}

/** What left-out options become. */
export const DEFAULTS = { protocol: 'TCP' } as const;

/** A port with nothing left open but what may be nothing. */
export type ResolvedPort = ServicePort & Required<Pick<ServicePort, 'targetPort' | 'protocol'>>;

/** A port as it is sent. @param targetPort where the port names none */
export function resolvedPort(port: ServicePort, targetPort: number | string): ResolvedPort {
  const to = port.targetPort ?? targetPort;
  const name = port.name ?? (typeof to === 'string' ? to : undefined);
  return { ...port, name, targetPort: to, protocol: port.protocol ?? DEFAULTS.protocol };
}
