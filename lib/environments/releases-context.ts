import type { EnvironmentValues } from './environment';

/** What releases.json is held against. */
export interface ReleasesContext {
  /** Path of the file, for messages. */
  readonly file: string;
  readonly environments: readonly Pick<EnvironmentValues, 'name' | 'requireDigest'>[];
  /** Services that charts run. */
  readonly services: readonly string[];
}
