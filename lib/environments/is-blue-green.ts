import type { BlueGreenRelease } from './releases';

/** Whether something is meant as a release by colour, as far as its keys say. */
export function isBlueGreen(release: unknown): release is BlueGreenRelease {
  if (typeof release !== 'object' || release === null) return false;
  return ['live', 'releasing', 'blue', 'green'].some((key) => key in release);
}
