import { isBlueGreen } from '../../environments/is-blue-green';
import { commandOf, placeOf, type ReleaseAction, sinceOf } from './release-order';
import { ReleaseRefused } from './release-refused';
import { requiredVersion } from './required-version';
import { sameVersion } from './same-version';
import { withEarlier } from './with-earlier';

/** Another version at once, by a rolling update; nothing where it runs already. */
export const setRelease: ReleaseAction = (release, order) => {
  const field = placeOf(order);
  if (release && isBlueGreen(release)) {
    const mend = `start it beside the live one: ${commandOf(order)} start`;
    throw new ReleaseRefused({ field, got: undefined, rule: 'runs by colour', mend });
  }
  const version = requiredVersion(order, release);
  if (release?.canary) {
    const mend = `promote or abort it first: ${commandOf(order)} abort`;
    throw new ReleaseRefused({ field: `${field}.canary`, got: release.canary.tag, rule: 'is being released', mend });
  }
  if (release && sameVersion(release, version)) return release;
  return { ...version, since: sinceOf(order), ...(release && withEarlier(release.previous, release, order)) };
};
