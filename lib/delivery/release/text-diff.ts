/** A line of a text that is another one after, by its number in the text that it stands in. */
export interface ChangedLine {
  readonly sign: '-' | '+';
  readonly number: number;
  readonly text: string;
}

/** Lines that two texts do not share, from the first that differs to the last. A command changes one place. */
export function textDiff(before: string, after: string): ChangedLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const lines = (sign: '-' | '+', all: readonly string[]) =>
    all.slice(start, all.length - end).map((text, index): ChangedLine => ({ sign, number: start + index + 1, text }));
  return [...lines('-', old), ...lines('+', now)];
}
