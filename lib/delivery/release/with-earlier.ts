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
