import type { Checked } from '../policies/checked';

/** Where a report goes, as far as that changes how it looks. */
export interface Paper {
  readonly colours: 'none' | 'ansi';
  /** Columns that a line may have; none where it may be of any length. */
  readonly columns?: number;
}

/** What was checked, as text in one format. It ends with a line end. */
export type Report = (checked: Checked, paper: Paper) => string;
