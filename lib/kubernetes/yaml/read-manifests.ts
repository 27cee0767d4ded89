import type { PlacedManifest } from './placed-manifest';
import type { Unreadable } from './unreadable';

/** The objects of some text, and what in it is none. */
export interface ReadManifests {
  readonly objects: readonly PlacedManifest[];
  readonly unreadable: readonly Unreadable[];
}
