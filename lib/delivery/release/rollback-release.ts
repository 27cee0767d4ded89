import { isBlueGreen } from '../../environments/is-blue-green';
import type { BlueGreenRelease, Release, ReleasedVersion, RollingRelease } from '../../environments/releases';
import { otherColour } from './other-colour';
import { commandOf, placeOf, type ReleaseAction, type ReleaseOrder, sinceOf } from './release-order';
import { ReleaseRefused } from './release-refused';
import { requiredVersion } from './required-version';
import { runningAgain } from './running-again';
import { sameVersion } from './same-version';
import { switchedBack } from './switched-back';
import { withEarlier } from './with-earlier';

/**
 * Back to an earlier version, with the config that it ran with. By colour it is a switch while the other colour is up; after
 * that the earlier version is brought up first, as any other.
 */
export const rollbackRelease: ReleaseAction = (release, order) => {
  if (!release) {
    const mend = `set its first version: ${commandOf(order)} set --tag TAG`;
    throw new ReleaseRefused({ field: placeOf(order), got: undefined, rule: 'has no version yet', mend });
  }
  return isBlueGreen(release) ? rollbackColour(release, order) : rollback(release, order);
};

function rollback(release: RollingRelease, order: ReleaseOrder): Release {
  const { canary } = release;
  if (canary && !sameVersion(release, canary)) refuseRunning(`${placeOf(order)}.canary`, canary.tag, order);
  const earlier = earlierVersion(release.previous, order);
  const others = release.previous?.filter((version) => version !== earlier);
  return { ...runningAgain(earlier, order), since: sinceOf(order), ...withEarlier(others, release, order) };
}

function rollbackColour(release: BlueGreenRelease, order: ReleaseOrder): Release {
  const { live, releasing } = release;
  const idle = otherColour(live);
  if (releasing === live && (order.to === undefined || order.to === release[idle]?.tag))
    return switchedBack(release, order);
  if (releasing) refuseRunning(`${placeOf(order)}.releasing`, releasing, order);
  const earlier = earlierVersion(release.previous, order);
  return { ...release, releasing: idle, [idle]: { ...runningAgain(earlier, order), since: sinceOf(order) } };
}

function earlierVersion(previous: readonly ReleasedVersion[] = [], order: ReleaseOrder): ReleasedVersion {
  const { to, environment } = order;
  const found = to === undefined ? previous[0] : previous.find(({ tag }) => tag === to);
  if (found) {
    requiredVersion({ ...order, version: found }, found);
    return found;
  }
  const known = previous.map(({ tag }) => tag).join(', ');
  throw new ReleaseRefused({
    field: to === undefined ? placeOf(order) : '--to',
    got: to,
    rule: to === undefined ? 'has no earlier version' : 'must be an earlier version that releases.json keeps',
    mend: known
      ? `known are ${known}`
      : `keptVersions of ${environment.name} is ${environment.releasing.keptVersions}; name one: ${commandOf(order)} set --tag TAG`,
  });
}

function refuseRunning(field: string, got: string, order: ReleaseOrder): never {
  const mend = `abort it, which brings back what ran before: ${commandOf(order)} abort`;
  throw new ReleaseRefused({ field, got, rule: 'is being released', mend });
}
