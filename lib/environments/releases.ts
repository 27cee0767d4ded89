/** One version of a service as releases.json names it. */
export interface ReleasedVersion {
  readonly repository?: string;
  readonly tag: string;
  readonly digest?: string;
}

/** What runs of one service in one environment. `weight` is the percent of requests that the canary gets. */
export interface Release extends ReleasedVersion {
  readonly canary?: ReleasedVersion & { readonly weight: number };
}

/** What runs where: environment, service, release. */
export type Releases = Readonly<Record<string, Readonly<Record<string, Release>>>>;
