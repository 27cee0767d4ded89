import type { Place } from './place';

/** Something in a file that is no Kubernetes object: where, why, and what to do about it. */
export interface Unreadable extends Partial<Place> {
  readonly file: string;
  /** The rule that it breaks: lower case, no full stop. */
  readonly rule: string;
  readonly mend: string;
}
