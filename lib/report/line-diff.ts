/** A line, and whether it is in both texts, was taken out, or came in. */
interface DiffLine {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** Lines around a change that are shown. */
const CONTEXT = 3;
/** Lines that are looked ahead for one that is in both texts again. */
const AHEAD = 50;

/** What changed between two texts, as `diff -u` and `patch` have it; empty where nothing did. */
export function lineDiff(file: string, before: string, after: string): string {
  const lines = diffLines(linesOf(before), linesOf(after));
  const near = (index: number) => lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(isChange);
  const hunks: string[] = [];
  let [old, now] = [1, 1];
  let hunk: { readonly old: number; readonly now: number; readonly lines: DiffLine[] } | undefined;
  for (const [index, line] of [...lines, undefined].entries()) {
    if (line && near(index)) {
      hunk ??= { old, now, lines: [] };
      hunk.lines.push(line);
    } else if (hunk) {
      hunks.push(hunkText(hunk));
      hunk = undefined;
    }
    if (line?.mark !== '+') old++;
    if (line?.mark !== '-') now++;
  }
  return hunks.length === 0 ? '' : `--- a/${file}\n+++ b/${file}\n${hunks.join('')}`;
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  const last = lines.pop();
  return last ? [...lines, `${last}\n\\ No newline at end of file`] : lines;
}

function isChange({ mark }: DiffLine): boolean {
  return mark !== ' ';
}

function hunkText({
  old,
  now,
  lines,
}: {
  readonly old: number;
  readonly now: number;
  readonly lines: DiffLine[];
}): string {
  const count = (mark: '-' | '+') => lines.filter((line) => line.mark === ' ' || line.mark === mark).length;
  const body = lines.map(({ mark, text }) => `${mark}${text}\n`).join('');
  return `@@ -${old},${count('-')} +${now},${count('+')} @@\n${body}`;
}

/** Edits are of few lines, so the next one that is in both texts again is near. */
function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let [old, now] = [0, 0];
  while (old < before.length || now < after.length) {
    const text = before[old];
    if (text !== undefined && text === after[now]) {
      lines.push({ mark: ' ', text });
      old++;
      now++;
      continue;
    }
    const again = text === undefined ? 0 : after.slice(now, now + AHEAD).indexOf(text);
    if (again >= 0) {
      const end = text === undefined ? after.length : now + again;
      lines.push(...after.slice(now, end).map((added): DiffLine => ({ mark: '+', text: added })));
      now = end;
    } else {
      lines.push({ mark: '-', text: text ?? '' });
      old++;
    }
  }
  return lines;
}
