import type { EnvironmentValues } from '../../environments/environment';
import type { Release, ReleasedVersion } from '../../environments/releases';

/** What the values of an environment say of releases. */
export type ReleaseEnvironment = Pick<EnvironmentValues, 'name' | 'requireDigest' | 'releasing' | 'config'>;

/** What is to happen to one service in one environment. */
export interface ReleaseOrder {
  readonly service: string;
  readonly environment: ReleaseEnvironment;
  /** Version to start or to set. */
  readonly version?: ReleasedVersion;
  /** Tag of the earlier version to go back to; left out, the newest of them. */
  readonly to?: string;
  /** Whether somebody said go, though a pause is not over. */
  readonly go?: boolean;
  readonly now: Date;
}

/** One action on a release: what runs after it. @throws ReleaseRefused where it makes no sense */
export type ReleaseAction = (release: Release | undefined, order: ReleaseOrder) => Release;

/** Where a release stands in releases.json, for messages: `prod.hello`. */
export function placeOf({ environment, service }: Pick<ReleaseOrder, 'environment' | 'service'>): string {
  return `${environment.name}.${service}`;
}

/** How the command is called for the same service and environment. */
export function commandOf({ environment, service }: Pick<ReleaseOrder, 'environment' | 'service'>): string {
  return `npm run release -- ${service} --env ${environment.name}`;
}

/** The order's time as releases.json has it. */
export function sinceOf({ now }: Pick<ReleaseOrder, 'now'>): string {
  return now.toISOString().replace(/\.\d+Z$/, 'Z');
}
