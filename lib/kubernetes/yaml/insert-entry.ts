import type { Range } from 'yaml';
import type { Json } from '../manifest';
import { blockEntryText, flowEntryText, jsonEntryText } from './entry-text';
import type { Entry, LocatedField } from './located-field';
import { lineStart, type TextEdit } from './text-edit';
import { UnsafeChange } from './unsafe-change';

/** Adds an entry to a map, behind its last one and in its style. @throws UnsafeChange where that would move something else */
export function insertEntry(text: string, { map, rest }: LocatedField, value: Json): TextEdit {
  const [name = '', ...inner] = rest;
  const whole = inner.reduceRight<Json>((inside, step) => ({ [step]: inside }), value);
  return map.flow ? insertFlow(text, map, [name, whole]) : insertBlock(text, map, [name, whole]);
}

type Named = readonly [name: string, value: Json];

function insertBlock(text: string, { items }: LocatedField['map'], [name, value]: Named): TextEdit {
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) throw new UnsafeChange('what is around it is empty');
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const keyStart = rangeOf(first.key)[0];
  const indent = keyStart - lineStart(text, keyStart);
  const end = endOf(last);
  // text over lines ends with its line; anything else may have a comment behind it
  const at = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1 || text.length;
  const inserted = blockEntryText(name, value, indent).join(eol);
  return at === text.length && !text.endsWith('\n')
    ? { start: at, end: at, text: eol + inserted }
    : { start: at, end: at, text: inserted + eol };
}

function insertFlow(text: string, map: LocatedField['map'], [name, value]: Named): TextEdit {
  const entry = text.trimStart().startsWith('{') ? jsonEntryText(name, value) : flowEntryText(name, value);
  const close = rangeOf(map)[1] - 1;
  const last = map.items.at(-1);
  if (!last) return { start: close, end: close, text: text[close - 1] === '{' ? ` ${entry} ` : `${entry} ` };
  const end = endOf(last);
  if (!/^\s*$/.test(text.slice(end, close))) throw new UnsafeChange('something stands behind the last entry');
  const keyStart = rangeOf(last.key)[0];
  const before = text.slice(lineStart(text, keyStart), keyStart);
  const overLines = text.slice(end, close).includes('\n') && /^\s*$/.test(before);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { start: end, end, text: `,${overLines ? `${eol}${before}` : ' '}${entry}` };
}

function endOf({ key, value }: Entry): number {
  return rangeOf(value?.range ? value : key)[1];
}

function rangeOf({ range }: { range?: Range | null }): Range {
  if (!range) throw new UnsafeChange('nobody knows where it stands');
  return range;
}
