import { type ContainerImage, imageReference, repositoryIn } from '../kubernetes/container-image';
import type { Environment, EnvironmentValues, ReleasedColours, ReleasedImages } from './environment';
import { isBlueGreen } from './is-blue-green';
import type { BlueGreenRelease, Colour, Release, ReleasedVersion, RollingRelease } from './releases';

/**
 * An environment's values together with what releases.json says to run there: what charts see.
 *
 * @param files reads files of the project
 */
export function withReleases(
  values: EnvironmentValues,
  releases: Readonly<Record<string, Release>>,
  files: Environment['files'] = noFiles,
): Environment {
  const releaseOf = (service: string) =>
    find(releases, service, `releases.json has no "${service}" for ${values.name}`);
  return {
    ...values,
    services: Object.keys(releases),
    release: (service, repository) => images(values, rolling(service, releaseOf(service)), repository),
    colours: (service, repository) => colours(values, byColour(service, releaseOf(service)), repository),
    configOf: (service, version) =>
      releasedVersion(releases[service], version)?.config ??
      find(values.config, service, `environment ${values.name} has no config.${service}`),
    files,
  };
}

/** This room reads no disk. */
function noFiles(path: string): never {
  throw new Error(`${path}: no files are read here; give withReleases a reader`);
}

function find<T>(record: Readonly<Record<string, T>>, key: string, otherwise: string): T {
  const found = Object.hasOwn(record, key) ? record[key] : undefined;
  if (found === undefined) throw new Error(`${otherwise}; known are ${Object.keys(record).join(', ') || 'none'}`);
  return found;
}

function rolling(service: string, release: Release): RollingRelease {
  if (!isBlueGreen(release)) return release;
  throw new Error(`releases.json gives "${service}" by colour; ask for env.colours, or give it a "tag"`);
}

function byColour(service: string, release: Release): BlueGreenRelease {
  if (isBlueGreen(release)) return release;
  const first = '"live": "blue", "blue": { "tag": "..." }';
  throw new Error(`releases.json gives "${service}" no colours; begin with ${first}, or ask for env.release`);
}

function releasedVersion(release: Release | undefined, version?: 'canary' | Colour): ReleasedVersion | undefined {
  if (!release) return undefined;
  if (isBlueGreen(release)) return release[version === 'blue' || version === 'green' ? version : release.live];
  return version === 'canary' && release.canary ? release.canary : release;
}

function colours(values: EnvironmentValues, release: BlueGreenRelease, repository: string): ReleasedColours {
  const { live, releasing, blue, green } = release;
  const image = (version: ReleasedVersion) => ({ image: containerImage(values, version, repository) });
  return {
    live,
    ...(releasing && { releasing }),
    ...(blue && { blue: image(blue) }),
    ...(green && { green: image(green) }),
  };
}

function images(values: EnvironmentValues, release: RollingRelease, repository: string): ReleasedImages {
  const image = containerImage(values, release, repository);
  if (!release.canary) return { image };
  return {
    image,
    canary: { image: containerImage(values, release.canary, repository), weightPercent: release.canary.weight },
  };
}

/** The pull secret is the environment's registry's: an image that names another registry goes without. */
function containerImage(values: EnvironmentValues, version: ReleasedVersion, repository: string): ContainerImage {
  const { host, pullSecret } = values.registry;
  const parts = repositoryIn(host, version.repository ?? repository);
  return {
    reference: imageReference({ ...parts, tag: version.tag, digest: version.digest }),
    pullPolicy: values.imagePullPolicy,
    pullSecret: parts.registry === host ? pullSecret : undefined,
  };
}
