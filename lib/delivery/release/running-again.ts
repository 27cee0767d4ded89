import { isDeepStrictEqual } from 'node:util';
import type { ReleasedVersion } from '../../environments/releases';
import type { ReleaseOrder } from './release-order';

/** An earlier version as it is to run again: its config is named only where the environment would give it another. */
export function runningAgain(earlier: ReleasedVersion, { environment, service }: ReleaseOrder): ReleasedVersion {
  const { config, since: _, ...image } = earlier;
  return config && !isDeepStrictEqual(config, environment.config[service]) ? { ...image, config } : image;
}
