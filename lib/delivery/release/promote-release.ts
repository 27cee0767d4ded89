import { isBlueGreen } from '../../environments/is-blue-green';
import type { BlueGreenRelease, Release, RollingRelease } from '../../environments/releases';
import { canaryStanding } from './canary-standing';
import { commandOf, placeOf, type ReleaseAction, type ReleaseOrder, sinceOf } from './release-order';
import { ReleaseRefused } from './release-refused';
import { requirePauseOver } from './require-pause-over';
import { sameVersion } from './same-version';
import { withEarlier } from './with-earlier';

/**
 * The new version becomes the one that runs. A canary keeps its requests until the stable Pods have its version too, so nobody
 * is given the old one again; `step` ends it. Colours are switched.
 */
export const promoteRelease: ReleaseAction = (release, order) => {
  if (release && isBlueGreen(release) && release.releasing) return promoteColour(release, order);
  if (release && !isBlueGreen(release) && release.canary) return promoteCanary(release, release.canary, order);
  const mend = `start one: ${commandOf(order)} start --tag TAG`;
  throw new ReleaseRefused({ field: placeOf(order), got: undefined, rule: 'has nothing to promote', mend });
};

function promoteCanary(
  release: RollingRelease,
  canary: NonNullable<RollingRelease['canary']>,
  order: ReleaseOrder,
): Release {
  if (sameVersion(release, canary)) refusePromoted(`${placeOf(order)}.canary`, canary.tag, order);
  const { weight, since, ...version } = canary;
  const { current, next } = canaryStanding(order, weight);
  if (next && !order.go) {
    const rule = `has ${next.weightPercent} % before it`;
    const mend = `go on by steps: ${commandOf(order)} step, or say --go to pass them over`;
    throw new ReleaseRefused({ field: `${placeOf(order)}.canary.weight`, got: weight, rule, mend });
  }
  requirePauseOver({ pause: current?.pause, since, what: `promotion from ${weight} %` }, order);
  return { ...version, since: sinceOf(order), canary, ...withEarlier(release.previous, release, order) };
}

function promoteColour(release: BlueGreenRelease, order: ReleaseOrder): Release {
  const { live, releasing } = release;
  const [before, after] = [release[live], releasing && release[releasing]];
  if (!releasing || !after || !before || releasing === live)
    return refusePromoted(`${placeOf(order)}.live`, live, order);
  return {
    ...release,
    live: releasing,
    [releasing]: { ...after, since: sinceOf(order) },
    ...withEarlier(release.previous, before, order),
  };
}

function refusePromoted(field: string, got: string, order: ReleaseOrder): never {
  const mend = `end the release: ${commandOf(order)} step, or go back: ${commandOf(order)} rollback`;
  throw new ReleaseRefused({ field, got, rule: 'is promoted already', mend });
}
