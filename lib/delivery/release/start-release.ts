import { isBlueGreen } from '../../environments/is-blue-green';
import type { BlueGreenRelease, Release, RollingRelease } from '../../environments/releases';
import { canarySteps } from './canary-steps';
import { otherColour } from './other-colour';
import { commandOf, placeOf, type ReleaseAction, type ReleaseOrder, sinceOf } from './release-order';
import { ReleaseRefused } from './release-refused';
import { requiredVersion } from './required-version';
import { sameVersion } from './same-version';

/** A new version beside the one that runs: a canary at its first step, or the colour that is not live. */
export const startRelease: ReleaseAction = (release, order) => {
  if (!release) {
    const mend = `set its first version: ${commandOf(order)} set --tag TAG`;
    throw new ReleaseRefused({ field: placeOf(order), got: undefined, rule: 'has no version yet', mend });
  }
  return isBlueGreen(release) ? startColour(release, order) : startCanary(release, order);
};

function startCanary(release: RollingRelease, order: ReleaseOrder): Release {
  const version = requiredVersion(order, release);
  if (release.canary) refuseSecond(`${placeOf(order)}.canary`, release.canary.tag, order);
  if (sameVersion(release, version)) refuseRunning(version.tag, order);
  const [first] = canarySteps(order);
  if (!first) {
    const rule = 'has no steps to come in by';
    const mend = `set it at once: ${commandOf(order)} set --tag ${version.tag}, or write canarySteps in lib/environments/${order.environment.name}.ts`;
    throw new ReleaseRefused({ field: placeOf(order), got: undefined, rule, mend });
  }
  return { ...release, canary: { ...version, weight: first.weightPercent, since: sinceOf(order) } };
}

function startColour(release: BlueGreenRelease, order: ReleaseOrder): Release {
  const live = release[release.live];
  const version = requiredVersion(order, live);
  if (release.releasing) refuseSecond(`${placeOf(order)}.releasing`, release.releasing, order);
  if (live && sameVersion(live, version)) refuseRunning(version.tag, order);
  const colour = otherColour(release.live);
  return { ...release, releasing: colour, [colour]: { ...version, since: sinceOf(order) } };
}

function refuseSecond(field: string, got: string, order: ReleaseOrder): never {
  const mend = `end that release first: ${commandOf(order)} promote or abort`;
  throw new ReleaseRefused({ field, got, rule: 'is being released already', mend });
}

function refuseRunning(got: string, order: ReleaseOrder): never {
  throw new ReleaseRefused({
    field: '--tag',
    got,
    rule: `runs in ${order.environment.name} already`,
    mend: 'name the next version',
  });
}
