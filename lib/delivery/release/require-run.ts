import { isBlueGreen } from '../../environments/is-blue-green';
import type { Release, ReleasedVersion } from '../../environments/releases';
import { containerImageTag } from '../../kubernetes/container-image';
import type { Manifest } from '../../kubernetes/manifest';
import { manifestFieldList, manifestFieldText } from '../../kubernetes/manifest-field';
import { runningPods } from '../../kubernetes/running-pods';
import { placeOf, type ReleaseOrder } from './release-order';
import { ReleaseRefused } from './release-refused';

/** A release, and the objects that were made of it. */
interface Made {
  readonly release?: Release;
  readonly objects: readonly Manifest[];
}

/**
 * Holds the objects against the release that they were made of: a chart may take no notice of a canary, say.
 *
 * @throws ReleaseRefused for a new version that no Pod runs
 */
export function requireRun(before: Made, after: Required<Made>, order: ReleaseOrder): void {
  const known = versionsOf(before.release).map(([, { tag }]) => tag);
  const added = versionsOf(after.release).filter(([, { tag }]) => !known.includes(tag));
  const idle = added.find(([, { tag }]) => podsOf(after, tag) <= podsOf(before, tag));
  if (!idle) return;
  const [key, { tag: got }] = idle;
  const beside = 'take a HelloService, or set the version in place of the one that runs';
  const mend = key === 'canary' ? beside : 'make it of what env.release or env.colours gives';
  throw new ReleaseRefused({ field: `${placeOf(order)}.${key}`, got, rule: 'is run by no Pod of its chart', mend });
}

function versionsOf(release: Release | undefined): [key: string, version: ReleasedVersion][] {
  if (!release) return [];
  const { blue, green } = isBlueGreen(release) ? release : {};
  const versions = isBlueGreen(release) ? { blue, green } : { tag: release, canary: release.canary };
  return Object.entries(versions).flatMap(([key, version]) => (version ? [[key, version]] : []));
}

/** How many objects run Pods of a version. */
function podsOf({ objects }: Made, tag: string): number {
  return runningPods(objects).filter(({ spec }) =>
    manifestFieldList(spec, 'containers').some(
      (container) => containerImageTag(manifestFieldText(container, 'image') ?? '') === tag,
    ),
  ).length;
}
