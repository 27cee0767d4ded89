import { isBlueGreen } from '../../environments/is-blue-green';
import type { BlueGreenRelease, Release, RollingRelease } from '../../environments/releases';
import { canaryStanding } from './canary-standing';
import { commandOf, placeOf, type ReleaseAction, type ReleaseOrder, sinceOf } from './release-order';
import { ReleaseRefused } from './release-refused';
import { requirePauseOver } from './require-pause-over';
import { sameVersion } from './same-version';

/** On to the next step: more requests for a canary, or, once it is promoted, the end of what it replaced. */
export const stepRelease: ReleaseAction = (release, order) => {
  if (release && isBlueGreen(release) && release.releasing) return stepColour(release, order);
  if (release && !isBlueGreen(release) && release.canary) return stepCanary(release, release.canary, order);
  const mend = `start one: ${commandOf(order)} start --tag TAG`;
  throw new ReleaseRefused({ field: placeOf(order), got: undefined, rule: 'has nothing that is being released', mend });
};

function stepCanary(
  release: RollingRelease,
  canary: NonNullable<RollingRelease['canary']>,
  order: ReleaseOrder,
): Release {
  const { weight, since } = canary;
  if (sameVersion(release, canary)) {
    const { canary: _, ...stable } = release;
    requirePauseOver(
      { pause: order.environment.releasing.standby, since: release.since, what: 'the end of the canary' },
      order,
    );
    return stable;
  }
  const { current, next } = canaryStanding(order, weight);
  if (!next) {
    const mend = `promote it: ${commandOf(order)} promote`;
    throw new ReleaseRefused({ field: `${placeOf(order)}.canary.weight`, got: weight, rule: 'is the last step', mend });
  }
  requirePauseOver({ pause: current?.pause, since, what: `a step from ${weight} %` }, order);
  return { ...release, canary: { ...canary, weight: next.weightPercent, since: sinceOf(order) } };
}

/** The colour that was live goes once nobody wants to switch back. */
function stepColour(release: BlueGreenRelease, order: ReleaseOrder): Release {
  const { releasing, ...ended } = release;
  if (releasing !== release.live) {
    const mend = `switch to it: ${commandOf(order)} promote`;
    throw new ReleaseRefused({ field: `${placeOf(order)}.releasing`, got: releasing, rule: 'is not live yet', mend });
  }
  const since = release[release.live]?.since;
  requirePauseOver({ pause: order.environment.releasing.standby, since, what: 'the end of the other colour' }, order);
  return ended;
}
