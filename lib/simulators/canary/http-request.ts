/** A request as it reaches the proxy, as far as routes look at it. */
export interface HttpRequest {
  /** Host that was asked; a port is not looked at, and upper case is lower case. */
  readonly host: string;
  /** Path, and what follows a `?`: `/api/x?q=1`. */
  readonly path: string;
  /**
   * Method, in upper case.
   *
   * @default 'GET'
   */
  readonly method?: string;
  /**
   * Headers by name; the case of names does not matter.
   *
   * @default - none
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Cookies by name, beside those that a header `Cookie` has.
   *
   * @default - none
   */
  readonly cookies?: Readonly<Record<string, string>>;
  /**
   * Whether it came encrypted.
   *
   * @default 'http'
   */
  readonly scheme?: 'http' | 'https';
  /**
   * Service that gave the client its session cookie, as `namespace/name`. It matters where sessions are sticky.
   *
   * @default - the client has none
   */
  readonly session?: string;
}
