import type { ReleaseChange } from './change-release';

/** What each request gets before and after a change. */
export function sharesText(_: ReleaseChange): string[] {
  return [];
}
