import { isBlueGreen } from '../../environments/is-blue-green';
import type { Release } from '../../environments/releases';
import { containerImageTag } from '../../kubernetes/container-image';
import type { Manifest } from '../../kubernetes/manifest';
import { manifestFieldList, manifestFieldText } from '../../kubernetes/manifest-field';
import { runningPods } from '../../kubernetes/running-pods';
import { placeOf, type ReleaseOrder } from './release-order';
import { ReleaseRefused } from './release-refused';

/**
 * Holds the objects against the release that they were made of: a chart may take no notice of a canary, say.
 *
 * @throws ReleaseRefused for a version that no Pod runs
 */
export function requireRun(release: Release, objects: readonly Manifest[], order: ReleaseOrder): void {
  const containers = runningPods(objects).flatMap(({ spec }) => manifestFieldList(spec, 'containers'));
  const tags = new Set(containers.map((container) => containerImageTag(manifestFieldText(container, 'image') ?? '')));
  for (const [key, version] of Object.entries(
    isBlueGreen(release) ? { blue: release.blue, green: release.green } : { tag: release, canary: release.canary },
  )) {
    if (!version || tags.has(version.tag)) continue;
    const mend = `make it of ${key === 'canary' ? 'a HelloService' : 'what releases.json says'}, or set the version at once`;
    const rule = 'is run by no Pod that the chart makes';
    throw new ReleaseRefused({ field: `${placeOf(order)}.${key}`, got: version.tag, rule, mend });
  }
}
