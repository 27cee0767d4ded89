/** A port that a container listens on, beside its first. */
export interface ContainerPort {
  /** Name, by which Services, policies and probes find it: 15 characters at most. */
  readonly name: string;

  /** Number, 1 to 65535. */
  readonly port: number;

  /**
   * Protocol.
   *
   * @default 'TCP'
   */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';

  /**
   * Port of the node that leads here, 1 to 65535. Two Pods with the same one cannot run on one node, and Pod Security
   * "baseline" forbids it.
   *
   * @default - none
   */
  readonly hostPort?: number;
}

/** What left-out options become. */
export const DEFAULTS = { protocol: 'TCP' } as const;
