import { isScalar, type Range, type Scalar } from 'yaml';
import type { Json } from '../manifest';
import { scalarText } from './entry-text';
import type { Entry } from './located-field';
import type { TextEdit } from './text-edit';
import { UnsafeChange } from './unsafe-change';

/** The scalar of an entry, where it is written in one line and nowhere else. @throws UnsafeChange */
export function ownScalar(text: string, { value }: Entry): Scalar & { readonly range: Range } {
  if (!isScalar(value) || !value.range) throw new UnsafeChange('what is there is no single value');
  if (value.anchor || value.tag) throw new UnsafeChange(`it has ${value.anchor ? 'an anchor' : 'a tag'}`);
  const [start, end] = value.range;
  if (start === end) throw new UnsafeChange('what is there is empty');
  if (text.slice(start, end).includes('\n')) throw new UnsafeChange('what is there goes over several lines');
  return value as Scalar & { readonly range: Range };
}

/** Writes another value in the place of a scalar; a text keeps its quotes. @throws UnsafeChange */
export function replaceValue(text: string, entry: Entry, value: Json): TextEdit {
  const scalar = ownScalar(text, entry);
  const [start, end] = scalar.range;
  const isQuoted = scalar.type === 'QUOTE_DOUBLE' && typeof value === 'string';
  return { start, end, text: isQuoted ? JSON.stringify(value) : scalarText(value) };
}

/** Writes quotes around what stands there. @throws UnsafeChange */
export function quoteValue(text: string, entry: Entry): TextEdit {
  const [start, end] = ownScalar(text, entry).range;
  return { start, end, text: JSON.stringify(text.slice(start, end)) };
}
