/** What this program makes of one manifest of the tutorials. */
export interface Counterpart {
  /** The manifest: `002-013`. */
  readonly seed: string;
  /** Object of the chapter, as `Kind/name`; of another kind only with its reason in `differs.kind`. */
  readonly object: string;
  /** Fields of the manifest that the object does not have, and why: `'spec.containers[].ports': '...'`. */
  readonly differs?: Readonly<Record<string, string>>;
}
