import { isBlueGreen } from '../../environments/is-blue-green';
import type { ReleaseAction } from './release-order';
import { commandOf, placeOf } from './release-order';
import { ReleaseRefused } from './release-refused';
import { sameVersion } from './same-version';
import { switchedBack } from './switched-back';

/** All requests get what ran before the release. A colour that is live already is switched back from, and stays up. */
export const abortRelease: ReleaseAction = (release, order) => {
  if (release && isBlueGreen(release) && release.releasing) {
    if (release.live === release.releasing) return switchedBack(release, order);
    const { releasing: _, ...ended } = release;
    return ended;
  }
  if (release && !isBlueGreen(release) && release.canary) {
    const { canary, ...stable } = release;
    if (!sameVersion(release, canary)) return stable;
    const mend = `go back to the version before it: ${commandOf(order)} rollback`;
    const rule = 'is promoted already';
    throw new ReleaseRefused({ field: `${placeOf(order)}.canary`, got: canary.tag, rule, mend });
  }
  const mend = `go back to an earlier version: ${commandOf(order)} rollback`;
  throw new ReleaseRefused({ field: placeOf(order), got: undefined, rule: 'has nothing that is being released', mend });
};
