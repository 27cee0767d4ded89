/** Something that is often said of manifests, and is not so. */
export interface Misconception {
  /** What is said, as one would say it. */
  readonly claim: string;
  /** How it is. */
  readonly truth: string;
  /** Where that is written. */
  readonly source: string;
}
