import type { ReleasedVersion } from '../../environments/releases';

/** Whether two versions are the same image. */
export function sameVersion(a: ReleasedVersion, b: ReleasedVersion): boolean {
  return a.tag === b.tag && a.repository === b.repository && a.digest === b.digest;
}
