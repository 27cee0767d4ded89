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
 * A request header that decides. With a value or a pattern it picks the canary, and lets every other request go on to the
 * next rule; with neither, `always` picks the canary and `never` the stable version.
 */
export interface HeaderRule {
  /** Name, which is matched without regard to case. */
  readonly header: string;
  /**
   * Value that picks the canary, matched exactly.
   *
   * @default - `always` and `never` decide
   */
  readonly value?: string;
  /**
   * Regular expression (RE2) that picks the canary when it is found anywhere in the value.
   *
   * @default - `always` and `never` decide
   */
  readonly pattern?: string;
}

/** A cookie that decides: `always` picks the canary, `never` the stable version. */
export interface CookieRule {
  readonly cookie: string;
}

/** Something of a request that decides who answers it. */
export type CanaryRule = HeaderRule | CookieRule;

/** Who gets the canary: the first of the rules that decides a request, and of the requests that none decides a share. */
export interface CanaryRules {
  /**
   * Asked in this order.
   *
   * @default - no header or cookie decides
   */
  readonly rules?: readonly CanaryRule[];
  /**
   * Percent of the requests that no rule decides, 0 to 100, with up to four decimals: 0.5 is one of 200. Or `'stepped'`, where the
   * controller of a `ProbedRollout` moves it.
   *
   * @default - none of them
   */
  readonly weightPercent?: number | 'stepped';
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
