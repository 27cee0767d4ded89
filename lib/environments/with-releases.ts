import { type ContainerImage, imageReference, repositoryIn } from '../kubernetes/container-image';
import type { Environment, EnvironmentValues, ReleasedImages } from './environment';
import type { Release, ReleasedVersion } from './releases';

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
  return {
    ...values,
    services: Object.keys(releases),
    release: (service, repository) =>
      images(values, find(releases, service, `releases.json has no "${service}" for ${values.name}`), repository),
    configOf: (service) => find(values.config, service, `environment ${values.name} has no config.${service}`),
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

function images(values: EnvironmentValues, release: Release, repository: string): ReleasedImages {
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
