/** A Service, by the name and port that a route sends to. */
export interface Backend {
  readonly service: string;
  readonly port: number;
}

/** A path of a host. `Prefix` counts whole segments: `/api` takes `/api` and `/api/x`, not `/apis`. */
export interface HttpPath {
  readonly path: string;
  readonly type: 'Prefix' | 'Exact';
}

/**
 * Who gets the canary. The rules are asked in this order, and the first that decides does:
 *
 * 1. header: its value or pattern picks the canary; with neither, `always` picks the canary and `never` the stable
 * 2. cookie: `always` picks the canary, `never` the stable
 * 3. weight: that percent of the requests left
 */
export interface CanaryRules {
  /**
   * Percent of the requests that no other rule decides, a whole number from 0 to 100.
   *
   * @default - none of them
   */
  readonly weightPercent?: number;
  /**
   * Request header. Names are matched without regard to case.
   *
   * @default - no header decides
   */
  readonly header?: string;
  /**
   * Value that picks the canary, matched exactly.
   *
   * @default - `always` and `never` decide
   */
  readonly headerValue?: string;
  /**
   * Regular expression that picks the canary when it is found anywhere in the value.
   *
   * @default - `always` and `never` decide
   */
  readonly headerPattern?: string;
  /**
   * Cookie that is `always` or `never`.
   *
   * @default - no cookie decides
   */
  readonly cookie?: string;
}

/** What requests to some hosts and paths get: the same meaning for every provider. */
export interface TrafficIntent {
  readonly hosts: readonly string[];
  readonly paths: readonly HttpPath[];
  readonly stable: Backend;
  /**
   * The next version, and who gets it.
   *
   * @default - none
   */
  readonly canary?: CanaryRules & { readonly backend: Backend };
  /**
   * Secret of type `kubernetes.io/tls` for the hosts.
   *
   * @default - none
   */
  readonly tlsSecret?: string;
}
