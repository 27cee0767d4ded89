import type { BlueGreenRelease } from '../../environments/releases';
import { otherColour } from './other-colour';
import { type ReleaseOrder, sinceOf } from './release-order';
import { withoutEarlier } from './without-earlier';

/** A release whose colours are switched back: what was live before is live again, and the new version stays up beside it. */
export function switchedBack(release: BlueGreenRelease, order: ReleaseOrder): BlueGreenRelease {
  const { previous, ...rest } = release;
  const live = otherColour(release.live);
  const again = release[live];
  if (!again) return release;
  return { ...rest, live, [live]: { ...again, since: sinceOf(order) }, ...withoutEarlier(previous, again) };
}
