import { diffArrays } from 'diff';

/** A line that is in one of two texts, by its number there. */
export interface ChangedLine {
  readonly sign: '-' | '+';
  readonly number: number;
  readonly text: string;
}

/** Lines by which two texts differ, the fewest that there are. */
export function textDiff(before: string, after: string): ChangedLine[] {
  let [old, now] = [0, 0];
  const parts = diffArrays(before.split('\n'), after.split('\n'));
  return parts.flatMap(({ value, added, removed }) =>
    value.flatMap((text): ChangedLine[] => {
      if (!added) old++;
      if (!removed) now++;
      if (added) return [{ sign: '+', number: now, text }];
      return removed ? [{ sign: '-', number: old, text }] : [];
    }),
  );
}
