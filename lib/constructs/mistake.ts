import type { InvalidPropDetails } from './invalid-prop';

/** A prop that cannot stand, found before the construct that was given it is known. */
export type Mistake = InvalidPropDetails & {
  /** Stable name of the mistake, in PascalCase. */
  readonly code: string;
};
