import type { IngressOptions } from './ingress-options';

/** A Service, by the name and port that a route sends to. */
export interface Backend {
  readonly service: string;
  /** Port of the Service: its number, or its name. */
  readonly port: number | string;
  /**
   * Namespace of the Service.
   *
   * @default - that of the route
   */
  readonly namespace?: string;
}

/**
 * A path of a host. `Prefix` counts whole segments: `/api` takes `/api` and `/api/x`, not `/apis`. `RegularExpression`
 * (RE2) is matched from the beginning of the path, and need not reach its end; ingress-nginx and Traefik disregard case
 * there, ALB does not. Where several match, an exact path comes first, then the longest.
 */
export interface HttpPath {
  readonly path: string;
  readonly type: 'Prefix' | 'Exact' | 'RegularExpression';
  /**
   * Hosts that have the path, of those of the Ingress.
   *
   * @default - all of them
   */
  readonly hosts?: readonly string[];
  /**
   * Service that answers there.
   *
   * @default - that of the Ingress
   */
  readonly backend?: Backend;
}

/** A Secret of type `kubernetes.io/tls`, and the hosts that its certificate is for. */
export interface TlsSecret {
  readonly secret: string;
  readonly hosts: readonly string[];
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

/** Who gets the next version, and its Service. */
export type Canary = CanaryRules & { readonly backend: Backend };

/** What requests to some hosts and paths get: the same meaning for every provider. */
export interface TrafficIntent extends IngressOptions {
  /** Hosts to answer for, or, said on purpose, every one that reaches the controller. */
  readonly hosts: readonly string[] | 'every';
  readonly paths: readonly HttpPath[];
  /**
   * Service of the paths that name none.
   *
   * @default - each path names its own
   */
  readonly stable?: Backend;
  /**
   * The next version of the stable Service, and who gets it. Paths that name another Service have no part in it.
   *
   * @default - none
   */
  readonly canary?: Canary;
  /**
   * Service that answers on these hosts where no path matches.
   *
   * @default - the controller answers 404
   */
  readonly defaultBackend?: Backend;
  /**
   * Secret of type `kubernetes.io/tls` for all the hosts, or one for each of several groups of them.
   *
   * @default - none
   */
  readonly tlsSecret?: string | readonly TlsSecret[];
}
