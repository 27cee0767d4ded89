import { isBlueGreen } from './is-blue-green';
import { RELEASE_KEYS } from './release-keys';
import type { Release, Releases } from './releases';

/**
 * releases.json as it is written: environments in the order in which a version travels, services by name, a version on one
 * line, whatever its length. So one change is one line of a diff, and the same releases are always the same bytes.
 *
 * @param environments names, in their order
 */
export function releasesText(releases: Releases, environments: readonly string[]): string {
  const blocks = environments.map((name) => {
    const services = Object.entries(releases[name] ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    const lines = services.map(([service, release]) => `    ${JSON.stringify(service)}: ${releaseText(release)}`);
    return `  ${JSON.stringify(name)}: ${lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`}`;
  });
  return `{\n${blocks.join(',\n')}\n}\n`;
}

/** A plain version is one line; of anything more each part is. */
function releaseText(release: Release): string {
  const ordered = inOrder(release, isBlueGreen(release) ? RELEASE_KEYS.blueGreen : RELEASE_KEYS.rolling);
  if (!isBlueGreen(release) && !release.canary && !release.previous) return inline(ordered);
  const lines = Object.entries(ordered).map(([key, value]) => `      ${JSON.stringify(key)}: ${partText(value)}`);
  return `{\n${lines.join(',\n')}\n    }`;
}

function partText(part: unknown): string {
  if (!Array.isArray(part)) return inline(versionInOrder(part));
  const versions = part.map((version) => `        ${inline(versionInOrder(version))}`);
  return `[\n${versions.join(',\n')}\n      ]`;
}

function versionInOrder(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? inOrder(value, RELEASE_KEYS.canary) : value;
}

function inOrder(value: object, keys: readonly string[]): object {
  const place = (key: string) => keys.indexOf(key);
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => place(a) - place(b)));
}

function inline(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const parts = entries.map(([key, inner]) => `${JSON.stringify(key)}: ${inline(inner)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
