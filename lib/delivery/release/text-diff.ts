/** A line that is in one of two texts, by its number there. */
export interface ChangedLine {
  readonly sign: '-' | '+';
  readonly number: number;
  readonly text: string;
}

/** Lines by which two texts differ, the fewest that there are. */
export function textDiff(before: string, after: string): ChangedLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const shared = sharedLines(old, now);
  const changed: ChangedLine[] = [];
  for (let [i, j] = [0, 0]; i < old.length || j < now.length; ) {
    const [text = '', next = ''] = [old[i], now[j]];
    if (i < old.length && j < now.length && text === next) [i, j] = [i + 1, j + 1];
    else if (i < old.length && (shared[i + 1]?.[j] ?? 0) >= (shared[i]?.[j + 1] ?? 0))
      changed.push({ sign: '-', number: ++i, text });
    else changed.push({ sign: '+', number: ++j, text: next });
  }
  return changed;
}

/** How many lines the rests of two texts share in one order, by where the rests begin. */
function sharedLines(old: readonly string[], now: readonly string[]): number[][] {
  const shared = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number) => shared[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = shared[i] ?? [];
      row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return shared;
}
