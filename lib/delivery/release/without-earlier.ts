import type { ReleasedVersion } from '../../environments/releases';
import { sameVersion } from './same-version';

/** Earlier versions without one of them, which runs again. */
export function withoutEarlier(
  previous: readonly ReleasedVersion[] | undefined,
  again: ReleasedVersion,
): { readonly previous?: readonly ReleasedVersion[] } {
  const kept = (previous ?? []).filter((earlier) => !sameVersion(earlier, again));
  return kept.length > 0 ? { previous: kept } : {};
}
