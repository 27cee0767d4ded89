import { diffArrays } from 'diff';

/** A line that is in one of two texts, by its number there. */
export interface ChangedLine {
  readonly sign: '-' | '+';
  readonly number: number;
  readonly text: string;
}

/** Lines by which two texts differ, the fewest that there are. */
export function textDiff(before: string, after: string): ChangedLine[] {
  const changed: ChangedLine[] = [];
  let [old, now] = [1, 1];
  for (const { value, added, removed } of diffArrays(before.split('\n'), after.split('\n'))) {
    for (const text of value) {
      if (added) changed.push({ sign: '+', number: now, text });
      if (removed) changed.push({ sign: '-', number: old, text });
      if (!added) old++;
      if (!removed) now++;
    }
  }
  return changed;
}
