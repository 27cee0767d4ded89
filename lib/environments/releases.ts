/** One version of a service as releases.json names it. */
export interface ReleasedVersion {
  readonly repository?: string;
  readonly tag: string;
  readonly digest?: string;
  /** Config that it is to run with, which a rollback brings back. Left out, it is the environment's. */
  readonly config?: Readonly<Record<string, string>>;
  /** Since when it runs so: `2026-11-28T22:15:00Z`. */
  readonly since?: string;
}

/** A version that replaces its Pods. `weight` is the percent of requests that the canary gets. */
export interface RollingRelease extends ReleasedVersion {
  readonly canary?: ReleasedVersion & { readonly weight: number };
  /** Earlier versions, the newest first, each with the config that it ran with. */
  readonly previous?: readonly ReleasedVersion[];
}

/** One of the two places of a blue-green release. */
export type Colour = 'blue' | 'green';

/** Two versions side by side, of which one is live. */
export interface BlueGreenRelease {
  /** Which colour requests get. */
  readonly live: Colour;
  readonly blue?: ReleasedVersion;
  readonly green?: ReleasedVersion;
  /** Colour of the version that is being released: while there is one, both colours are up. */
  readonly releasing?: Colour;
  readonly previous?: readonly ReleasedVersion[];
}

/** What runs of one service in one environment. */
export type Release = RollingRelease | BlueGreenRelease;

/** What runs where: environment, service, release. */
export type Releases = Readonly<Record<string, Readonly<Record<string, Release>>>>;
