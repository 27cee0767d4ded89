import type { Checked } from '../../policies/checked';
import { type CheckOptions, checkTexts } from './check-texts';
import { manifestFiles } from './manifest-files';

/** Reads manifests of anybody and holds them against the catalogue, all together. @param paths as for `manifestFiles` */
export function checkFiles(paths: readonly string[], options: CheckOptions): Checked {
  return checkTexts(manifestFiles(paths), options);
}
