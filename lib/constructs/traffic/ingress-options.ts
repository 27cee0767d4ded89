import type { Duration, Size } from 'cdk8s';

/** An address that all requests are sent on to: 301 where it is permanent, 302 where it is not. */
export interface Redirect {
  /** Whole address, with `http://` or `https://`. */
  readonly url: string;
  readonly status: 'permanent' | 'temporary';
}

/**
 * What the Service sees in place of the path that was asked for:
 *
 * - `replacePrefixMatch`: the path of a `Prefix` route is replaced, the rest stays: `/api/x` with `/` becomes `/x`
 * - `replaceFullPath`: all of it is replaced
 * - `replaceExpressionMatch`: what a `RegularExpression` route matched, with `$1` to `$9` for its groups
 */
export type Rewrite =
  | { readonly replacePrefixMatch: string }
  | { readonly replaceFullPath: string }
  | { readonly replaceExpressionMatch: string };

/** A cookie by which a client keeps to the Pod that answered first. */
export interface SessionCookie {
  readonly name: string;
  /**
   * Time that the client keeps it, in whole seconds.
   *
   * @default - as long as the browser is open
   */
  readonly maxAge?: Duration;
}

/** Which pages of other origins may read the answers. */
export interface Cors {
  /** Origins, such as `https://shop.example.com`, or `*` alone for all. */
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  /** Request headers that pages may set beyond the simple ones. */
  readonly allowHeaders: readonly string[];
  /** Whether browsers send cookies along. */
  readonly credentials: 'include' | 'omit';
  /** Time that browsers keep the permission, in whole seconds. */
  readonly maxAge: Duration;
}

/** What is done to requests on their way in. A provider that cannot do one of these refuses it. */
export interface IngressOptions {
  /**
   * Answer every request by the address of another place.
   *
   * @default - requests go to the Services
   */
  readonly redirect?: Redirect;

  /**
   * What a request by plain HTTP gets: the same address by HTTPS, or the answer.
   *
   * @default - `redirect` where the Ingress has a `tlsSecret`, `serve` where it has none
   */
  readonly plainHttp?: 'redirect' | 'serve';

  /**
   * Path that the Services see.
   *
   * @default - the one that was asked for
   */
  readonly rewrite?: Rewrite;

  /**
   * Requests a second that one client address may send, 1 or more; bursts of up to five times as many pass where the
   * provider has a word for them. Each Pod of the controller counts for itself.
   *
   * @default - as many as it likes
   */
  readonly requestsPerSecondPerClient?: number;

  /**
   * Requests that one client address may have open at the same time, 1 or more.
   *
   * @default - as many as it likes
   */
  readonly connectionsPerClient?: number;

  /**
   * Cookie by which a client keeps to one Pod.
   *
   * @default - any Pod answers
   */
  readonly sessionCookie?: SessionCookie;

  /**
   * What the Services speak. `HTTPS` and `GRPCS` are encrypted, but nobody verifies their certificate.
   *
   * @default - HTTP
   */
  readonly backendProtocol?: 'HTTP' | 'HTTPS' | 'GRPC' | 'GRPCS' | 'H2C';

  /**
   * Largest body of a request; a larger one gets 413.
   *
   * @default - the controller's own: 1 MiB for ingress-nginx, none for Traefik
   */
  readonly maxBodySize?: Size;

  /**
   * Time for a connection to a Pod to open, in whole seconds, up to 75.
   *
   * @default - the controller's own
   */
  readonly connectTimeout?: Duration;

  /**
   * Longest silence of a Pod in the middle of its answer, in whole seconds.
   *
   * @default - the controller's own: a minute for ingress-nginx
   */
  readonly readTimeout?: Duration;

  /**
   * Longest time that a Pod takes nothing in the middle of a request, in whole seconds.
   *
   * @default - the controller's own: a minute for ingress-nginx
   */
  readonly sendTimeout?: Duration;

  /**
   * Time for a whole request, from its beginning to the end of its answer, in whole seconds.
   *
   * @default - none
   */
  readonly requestTimeout?: Duration;

  /**
   * Client addresses that are let in, as CIDR blocks; others get 403.
   *
   * @default - all
   */
  readonly allowedSourceRanges?: readonly string[];

  /**
   * Which pages of other origins may read the answers.
   *
   * @default - what the Services say themselves
   */
  readonly cors?: Cors;
}
