/** A text that a value must be, or an expression that it is searched for. */
export interface ValueWord {
  readonly type: 'exact' | 'prefix' | 'expression';
  readonly value: string;
}

/**
 * Everything that some routes look at: the hosts, paths, headers, cookies they name. Two requests that differ in none of
 * these get the same answer, so the requests to try are finitely many.
 */
export interface RouteWords {
  readonly hosts: readonly ValueWord[];
  readonly paths: readonly ValueWord[];
  readonly methods: readonly string[];
  /** Values by the name of the header, in lower case. */
  readonly headers: ReadonlyMap<string, readonly ValueWord[]>;
  readonly query: ReadonlyMap<string, readonly ValueWord[]>;
}
