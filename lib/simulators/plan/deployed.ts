import type { Manifest } from '../../kubernetes/manifest';

/** Objects before and after, all of them. */
export interface Deployed {
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];
}
