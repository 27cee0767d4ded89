/** What no rule is made of: an escaped character, and a class. */
const LITERALS = /\\[^1-9k]|\[\^?\]?(?:\\.|[^\]\\])*\]/g;

/** What PCRE has beyond RE2, and proxies that match by RE2 refuse: lookaround, atomic groups, backreferences, possessives. */
const BEYOND_RE2 = /\(\?(?:[=!>|#]|<[=!])|\\[1-9k]|[*+?}]\+/;

/** What RE2 and PCRE write otherwise than JavaScript: flags in the expression, such as `(?i)`, and named groups `(?P<n>`. */
const OTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\(\?[ims]+\)/g, ''],
  [/\(\?[ims]+:/g, '(?:'],
  [/\(\?P</g, '(?<'],
];

/** Says why this is no regular expression for proxies, of which some match by RE2 and some by PCRE; nothing where it is one. */
export function regularExpressionProblem(pattern: string): string | undefined {
  return compiles(pattern) ? undefined : 'must be a regular expression';
}

/** The regular expression that finds a text and nothing else. */
export function literalRegularExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function compiles(pattern: string): boolean {
  if (BEYOND_RE2.test(pattern.replace(LITERALS, 'x'))) return false;
  try {
    return new RegExp(OTHER_WORDS.reduce((text, [words, ours]) => text.replace(words, ours), pattern)) !== undefined;
  } catch {
    return false;
  }
}
