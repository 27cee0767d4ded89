import type { Json } from '../../kubernetes/manifest';

const MOST = 80;

/** A value of a field in a sentence: text as it is, anything else as JSON, cut where it would drown the rest. */
export function shownValue(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
  const line = text.replace(/\s*\n\s*/g, ' ⏎ ');
  return line.length > MOST ? `${line.slice(0, MOST - 1)}…` : line;
}
