/**
 * Texts that a regular expression takes, one for each way through it that makes a difference: each branch, each optional
 * part there and not there. A few signs of a class stand for all of it.
 *
 * @param most texts at most
 */
export function expressionSamples(pattern: string, most = 8): string[] {
  const reader = { text: pattern.replace(/\(\?[a-zA-Z]+\)/g, ''), at: 0 };
  const samples = branches(reader, most);
  return [...new Set(samples)].slice(0, most);
}

interface Reader {
  readonly text: string;
  at: number;
}

function branches(reader: Reader, most: number): string[] {
  const all = sequence(reader, most);
  while (reader.text[reader.at] === '|') {
    reader.at += 1;
    all.push(...sequence(reader, most));
  }
  return all;
}

function sequence(reader: Reader, most: number): string[] {
  let texts = [''];
  while (reader.at < reader.text.length && !'|)'.includes(reader.text[reader.at] ?? '')) {
    const parts = repeated(reader, atom(reader, most));
    texts = texts.flatMap((text) => parts.map((part) => text + part)).slice(0, most * 4);
  }
  return texts;
}

const CLASSES: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ', D: 'a', W: '-', S: 'a' };
const NOTHING = new Set(['b', 'B', 'A', 'z', 'Z']);

function atom(reader: Reader, most: number): string[] {
  const sign = reader.text[reader.at] ?? '';
  reader.at += 1;
  if (sign === '^' || sign === '$') return [''];
  if (sign === '.') return ['x'];
  if (sign === '[') return [fromClass(reader)];
  if (sign === '\\') return [escaped(reader)];
  if (sign !== '(') return [sign];
  const opening = /^\?(?:[:=]|P?<\w+>|[a-z]+:)/.exec(reader.text.slice(reader.at))?.[0] ?? '';
  reader.at += opening.length;
  const inner = branches(reader, most);
  reader.at += 1;
  return opening === '?=' ? [''] : inner;
}

function escaped(reader: Reader): string {
  const sign = reader.text[reader.at] ?? '';
  reader.at += 1;
  return NOTHING.has(sign) ? '' : (CLASSES[sign] ?? sign);
}

/** The first sign of a class; one that it has not, where it is turned around. */
function fromClass(reader: Reader): string {
  const rest = reader.text.slice(reader.at);
  const [whole = '', not = '', signs = ''] = /^(\^?)(\]?(?:\\.|\[:\w+:\]|[^\]\\])*)\]/s.exec(rest) ?? [];
  reader.at += whole.length || rest.length;
  if (not === '^') return ['x', '0', '-', ' '].find((sign) => !signs.includes(sign)) ?? 'x';
  const named = /^\[:(\w+):\]/.exec(signs)?.[1];
  if (named !== undefined) return named === 'digit' ? '1' : 'a';
  return signs.startsWith('\\') ? (CLASSES[signs[1] ?? ''] ?? signs[1] ?? '') : (signs[0] ?? '');
}

function repeated(reader: Reader, parts: readonly string[]): string[] {
  const times = /^(?:([*+?])|\{(\d+)(,\d*)?\})[?+]?/.exec(reader.text.slice(reader.at));
  if (!times) return [...parts];
  reader.at += times[0].length;
  const least = times[1] === '+' ? 1 : times[1] === undefined ? Number(times[2]) : 0;
  const isExact = times[1] === undefined && times[3] === undefined;
  const counts = isExact ? [least] : [least, least + 1];
  return counts.flatMap((count) => (count === 0 ? [''] : parts.map((part) => part.repeat(count))));
}
