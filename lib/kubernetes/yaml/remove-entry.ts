import type { Entry, LocatedField } from './located-field';
import { lineStart, type TextEdit } from './text-edit';
import { UnsafeChange } from './unsafe-change';

/** Takes an entry out of a map, with its line. @throws UnsafeChange where its line or its map holds something else */
export function removeEntry(text: string, { items, flow }: LocatedField['map'], entry: Entry): TextEdit {
  if (items.length === 1) throw new UnsafeChange('nothing would be left around it');
  const start = entry.key.range?.[0] ?? 0;
  const end = (entry.value?.range ?? entry.key.range)?.[1] ?? start;
  if (flow) return removeFlow(items, { start, end });
  const line = lineStart(text, start);
  const next = text.indexOf('\n', end - 1) + 1 || text.length;
  if (!/^ *$/.test(text.slice(line, start))) throw new UnsafeChange('its line begins with something else');
  return { start: line, end: next, text: '' };
}

/** With the comma before it, or behind it where it is the first. */
function removeFlow(items: readonly Entry[], { start, end }: Pick<TextEdit, 'start' | 'end'>): TextEdit {
  const index = items.findIndex(({ key }) => key.range?.[0] === start);
  const [before, after] = [items[index - 1], items[index + 1]];
  if (before) return { start: (before.value?.range ?? before.key.range)?.[1] ?? start, end, text: '' };
  return { start, end: after?.key.range?.[0] ?? end, text: '' };
}
