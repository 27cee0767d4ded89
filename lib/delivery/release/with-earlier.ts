import { isDeepStrictEqual } from 'node:util';
import type { ReleasedVersion } from '../../environments/releases';
import type { ReleaseOrder } from './release-order';
import { sameVersion } from './same-version';

/**
 * Earlier versions once `replaced` is one of them, the newest first, each with the config that it ran with.
 *
 * @returns nothing where the environment keeps none
 */
export function withEarlier(
  previous: readonly ReleasedVersion[] | undefined,
  replaced: ReleasedVersion,
  { environment, service }: ReleaseOrder,
): { readonly previous?: readonly ReleasedVersion[] } {
  const { repository, tag, digest, config = environment.config[service] } = replaced;
  const version = { ...(repository && { repository }), tag, ...(digest && { digest }), ...(config && { config }) };
  const others = (previous ?? []).filter((earlier) => !sameVersion(earlier, replaced));
  const kept = [version, ...others].slice(0, environment.releasing.keptVersions);
  return kept.length > 0 ? { previous: kept } : {};
}

/** Earlier versions without one of them, which runs again. */
export function withoutEarlier(
  previous: readonly ReleasedVersion[] | undefined,
  again: ReleasedVersion,
): { readonly previous?: readonly ReleasedVersion[] } {
  const kept = (previous ?? []).filter((earlier) => !sameVersion(earlier, again));
  return kept.length > 0 ? { previous: kept } : {};
}

/** An earlier version as it is to run again: its config is named only where the environment would give it another. */
export function runningAgain(earlier: ReleasedVersion, { environment, service }: ReleaseOrder): ReleasedVersion {
  const { config, since: _, ...image } = earlier;
  return config && !isDeepStrictEqual(config, environment.config[service]) ? { ...image, config } : image;
}
