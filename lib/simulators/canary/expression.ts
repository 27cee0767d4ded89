import { RE2JS } from 're2js';

/** A compiled regular expression of a proxy. */
export interface Expression {
  /** Whether it is found anywhere in a text. */
  found(text: string): boolean;
  /** Whether the whole text is it. */
  whole(text: string): boolean;
}

/** Compiles by the rules of RE2, which Go and Envoy have; nothing where RE2 refuses it. */
export function re2Expression(pattern: string): Expression | undefined {
  try {
    const compiled = RE2JS.compile(pattern);
    return {
      found: remembered((text) => compiled.matcher(text).find()),
      whole: remembered((text) => compiled.matcher(text).matches()),
    };
  } catch {
    return undefined;
  }
}

/**
 * Compiles by the rules of PCRE, which nginx has; nothing where PCRE refuses it. What RE2 takes means the same in PCRE;
 * what is left (lookaround, references to groups) JavaScript has too. Of possessive quantifiers only the greed is kept.
 */
export function pcreExpression(pattern: string, flags: '' | 'i' = ''): Expression | undefined {
  const plain = re2Expression(flags === 'i' ? `(?i)${pattern}` : pattern);
  if (plain) return plain;
  try {
    const words = pattern.replace(/([*+?}])\+/g, '$1').replace(/\(\?P</g, '(?<');
    const [found, whole] = [new RegExp(words, flags), new RegExp(`^(?:${words})$`, flags)];
    return { found: (text) => found.test(text), whole: (text) => whole.test(text) };
  } catch {
    return undefined;
  }
}

/** Texts that are remembered of each expression. */
const MOST_TEXTS = 1000;

/** RE2 in JavaScript takes ten times as long as a look into a table, and the same texts are asked again and again. */
function remembered(ask: (text: string) => boolean): (text: string) => boolean {
  const answers = new Map<string, boolean>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= MOST_TEXTS) answers.clear();
    const answer = ask(text);
    answers.set(text, answer);
    return answer;
  };
}
