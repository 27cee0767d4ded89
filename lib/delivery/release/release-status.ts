import { isBlueGreen } from '../../environments/is-blue-green';
import type { BlueGreenRelease, Release, ReleasedVersion, RollingRelease } from '../../environments/releases';
import { canaryStanding } from './canary-standing';
import { otherColour } from './other-colour';
import { commandOf, type ReleaseOrder } from './release-order';
import { remainingPause } from './remaining-pause';
import { sameVersion } from './same-version';
import { timeText } from './time-text';

/** Whose release it is, and when it is looked at. */
export type StatusQuestion = Pick<ReleaseOrder, 'service' | 'environment' | 'now'>;

/** One line of what is to be known of a release: what it is about, and what it says. */
export type StatusLine = readonly [about: string, text: string];

/** What runs, since when, where a release stands, what comes next and what to look at before; for whoever is called at night. */
export function releaseStatus(release: Release, question: StatusQuestion): StatusLine[] {
  const lines = isBlueGreen(release) ? colourLines(release, question) : rollingLines(release, question);
  const earlier = release.previous?.map(({ tag }) => tag).join(', ');
  return earlier ? [...lines, ['earlier', earlier]] : lines;
}

function rollingLines(release: RollingRelease, question: StatusQuestion): StatusLine[] {
  const { canary } = release;
  const runs: StatusLine = ['runs', versionText(release, question)];
  if (!canary) return [runs];
  const { current, next, number, steps } = canaryStanding(question, canary.weight);
  const command = commandOf(question);
  const step = number > 0 ? `, step ${number} of ${steps.length}` : '';
  const at: StatusLine = ['canary', `${versionText(canary, question)}, ${canary.weight} %${step}`];
  if (sameVersion(release, canary)) {
    const wait = waitText(question.environment.releasing.standby, release, question);
    return [runs, [at[0], `${at[1]}, promoted`], ['next', `the canary ends: ${command} step${wait}`]];
  }
  const wait = waitText(current?.pause, canary, question);
  const what = next ? `${next.weightPercent} %: ${command} step` : `it is promoted: ${command} promote`;
  const looks = (current?.lookAt ?? []).map((look): StatusLine => ['look at', look]);
  return [runs, at, ['next', what + wait], ['else', `${command} abort`], ...looks];
}

function colourLines(release: BlueGreenRelease, question: StatusQuestion): StatusLine[] {
  const { live, releasing } = release;
  const idle = otherColour(live);
  const colour = (name: 'blue' | 'green', state: string): StatusLine[] => {
    const version = release[name];
    return version ? [[name, `${state}, ${versionText(version, question)}`]] : [];
  };
  const lines = [...colour(live, 'live'), ...colour(idle, releasing ? 'up beside it' : 'down')];
  const command = commandOf(question);
  if (!releasing) return lines;
  if (releasing !== live) return [...lines, ['next', `the switch: ${command} promote`], ['else', `${command} abort`]];
  const wait = waitText(question.environment.releasing.standby, release[live], question);
  return [
    ...lines,
    ['next', `${idle} goes down: ${command} step${wait}`],
    ['else', `switch back: ${command} rollback`],
  ];
}

function versionText({ tag, digest, config, since }: ReleasedVersion, { now }: StatusQuestion): string {
  const image = digest ? `${tag} (${digest.slice(0, 'sha256:'.length + 12)})` : tag;
  const earlier = config ? ', with its earlier config' : '';
  if (since === undefined) return image + earlier;
  const time = since.replace('T', ' ').replace(/:\d\dZ$/, ' UTC');
  return `${image}${earlier}, since ${time} (${timeText(now.getTime() - Date.parse(since))})`;
}

function waitText(
  pause: Parameters<typeof remainingPause>[0],
  version: ReleasedVersion | undefined,
  { now }: StatusQuestion,
): string {
  const remaining = remainingPause(pause, version?.since, now);
  return remaining === 'over' ? '' : ` (waits ${remaining})`;
}
