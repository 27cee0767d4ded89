/** A rule of Traefik's router, read: matchers that are joined and turned around. */
export type RuleTree =
  | { readonly kind: 'matcher'; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: 'not'; readonly inner: RuleTree }
  | { readonly kind: 'and' | 'or'; readonly left: RuleTree; readonly right: RuleTree };

/** Text in backticks or quotes, a name, a joining sign, or anything else. */
const WORD = /\s*(`[^`]*`|"(?:[^"\\]|\\.)*"|[A-Za-z]\w*|&&|\|\||[!(),]|$|.)/gy;

/**
 * Reads a rule; a sentence where it is none. Its words are those of a Go expression: `!` binds closest, then `&&`, then
 * `||`.
 *
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/rules/parser.go NewParser
 */
export function ruleTree(rule: string): RuleTree | string {
  const words = [...rule.matchAll(WORD)].map(([, word = '']) => word);
  const reader = { words, at: 0 };
  try {
    const tree = readOr(reader);
    if (reader.words[reader.at] !== '') throw new SyntaxError(`unexpected ${reader.words[reader.at]}`);
    return tree;
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
}

interface Reader {
  readonly words: readonly string[];
  at: number;
}

function readOr(reader: Reader): RuleTree {
  let left = readAnd(reader);
  while (taken(reader, '||')) left = { kind: 'or', left, right: readAnd(reader) };
  return left;
}

function readAnd(reader: Reader): RuleTree {
  let left = readOne(reader);
  while (taken(reader, '&&')) left = { kind: 'and', left, right: readOne(reader) };
  return left;
}

function readOne(reader: Reader): RuleTree {
  if (taken(reader, '!')) return { kind: 'not', inner: readOne(reader) };
  if (taken(reader, '(')) {
    const inner = readOr(reader);
    demand(reader, ')');
    return inner;
  }
  const name = reader.words[reader.at] ?? '';
  if (!/^[A-Za-z]/.test(name))
    throw new SyntaxError(name === '' ? 'ends where a matcher has to be' : `unexpected ${name}`);
  reader.at += 1;
  demand(reader, '(');
  const values = [readText(reader)];
  while (taken(reader, ',')) values.push(readText(reader));
  demand(reader, ')');
  return { kind: 'matcher', name, values };
}

function readText(reader: Reader): string {
  const word = reader.words[reader.at] ?? '';
  reader.at += 1;
  if (/^`.*`$/s.test(word)) return word.slice(1, -1);
  if (/^".*"$/s.test(word)) return JSON.parse(word) as string; // the escapes of Go that are in use are those of JSON
  throw new SyntaxError(`${word === '' ? 'the end' : word} stands where a text in backticks or quotes has to be`);
}

function taken(reader: Reader, word: string): boolean {
  if (reader.words[reader.at] !== word) return false;
  reader.at += 1;
  return true;
}

function demand(reader: Reader, word: string): void {
  if (!taken(reader, word)) throw new SyntaxError(`${word} is missing before ${reader.words[reader.at] || 'the end'}`);
}
