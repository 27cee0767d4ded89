import { isBlueGreen } from '../../environments/is-blue-green';
import { readReleases } from '../../environments/read-releases';
import type { Release, ReleasedVersion } from '../../environments/releases';
import { releasesText } from '../../environments/releases-text';
import type { Manifest } from '../../kubernetes/manifest';
import type { Program } from '../program';
import { environmentIn } from './environment-in';
import { type ReleaseFile, readReleaseFile } from './read-release-file';
import { RELEASE_ACTIONS, type ReleaseActionName } from './release-actions';
import type { ReleaseOrder } from './release-order';
import { ReleaseRefused } from './release-refused';
import { releasedObjects } from './released-objects';
import { requireRun } from './require-run';
import { serviceIn } from './service-in';

/** What a command asks for. */
export interface ReleaseRequest {
  readonly action: ReleaseActionName;
  readonly service: string;
  readonly environment: string;
  /** The version to set or to start, or the environment that it comes from. */
  readonly version?: ReleasedVersion;
  readonly from?: string;
  readonly to?: string;
  readonly go?: boolean;
  readonly now: Date;
}

/** A change that holds, and what it makes of the objects. Nothing is written yet. */
export interface ReleaseChange {
  readonly order: ReleaseOrder;
  readonly action: ReleaseActionName;
  readonly file: string;
  readonly text: { readonly before: string; readonly after: string };
  readonly release: Release;
  /** What brings requests in, and so divides them. */
  readonly provider: string;
  readonly objects: { readonly before: readonly Manifest[]; readonly after: readonly Manifest[] };
}

/**
 * What a command makes of releases.json.
 *
 * @throws ReleaseRefused, InvalidReleases, or SynthesisFailed where the charts would not take it
 */
export function changeRelease(program: Program, request: ReleaseRequest): ReleaseChange {
  const file = readReleaseFile(program);
  const { action, service, environment: name } = request;
  const environment = environmentIn(file, name);
  const order = { ...request, service: serviceIn(file, service), environment, version: versionOf(file, request) };
  const before = file.releases[name]?.[service];
  const release = RELEASE_ACTIONS[action](before, order);
  const releases = { ...file.releases, [name]: { ...file.releases[name], [service]: release } };
  const names = file.context.environments.map((one) => one.name);
  const after = release === before ? file.text : releasesText(releases, names);
  readReleases(after, file.context);
  const objects = {
    before: before ? releasedObjects(program, file.releases, order) : [],
    after: releasedObjects(program, releases, order),
  };
  requireRun({ release: before, objects: objects.before }, { release, objects: objects.after }, order);
  const text = { before: file.text, after };
  const { provider } = environment.cluster.ingress;
  return { order, action, file: file.context.file, text, release, provider, objects };
}

/** The version that is named, or the one that most requests get in another environment. */
function versionOf(file: ReleaseFile, { version, from, service }: ReleaseRequest): ReleasedVersion | undefined {
  if (from === undefined) return version;
  const rule = 'must not be given beside --tag';
  if (version) throw new ReleaseRefused({ field: '--from', got: from, rule, mend: 'give one of them' });
  const { name } = environmentIn(file, from, '--from');
  const release = file.releases[name]?.[service];
  const running = release && (isBlueGreen(release) ? release[release.live] : release);
  if (!running) {
    const mend = 'name an environment that does, or the version itself by --tag';
    throw new ReleaseRefused({ field: '--from', got: from, rule: `must run ${service}`, mend });
  }
  const { repository, tag, digest } = running;
  return { ...(repository && { repository }), tag, ...(digest && { digest }) };
}
