import type { PlacedManifest } from '../kubernetes/yaml/placed-manifest';
import type { Unreadable } from '../kubernetes/yaml/unreadable';
import type { Verdict } from './judge';
import type { Level, Severity } from './rule';

/** Everything that a check of files came to: what reports are made of. */
export interface Checked extends Verdict {
  /** Files that were read, as they were named. */
  readonly files: readonly string[];
  readonly objects: readonly PlacedManifest[];
  readonly unreadable: readonly Unreadable[];
  readonly level: Level;
  /** Minor of Kubernetes that the objects were held against: `1.36`. */
  readonly kubernetesVersion: string;
  /** Findings of this severity, or a worse one, fail the check. */
  readonly failOn: Severity;
}
