/** What is wrong with a line, where a reader would not see it. */
export interface Slip {
  /** Line in the text, from 1. */
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly mend: string;
}

/** Characters that look like others to a reader, and not to a parser. */
const SLIPS: readonly { readonly seen: RegExp; readonly rule: string; readonly mend: string }[] = [
  {
    seen: /^[ \t]*\u00a0/,
    rule: 'must be indented with plain spaces, and here are no-break spaces (U+00A0)',
    mend: 'replace them by spaces; they come with text that is copied from a web page',
  },
  {
    seen: /^[ \t]*\u3000/,
    rule: 'must be indented with plain spaces, and here are ideographic ones (U+3000)',
    mend: 'replace them by spaces',
  },
  {
    seen: /^\s*(- )?[\w./-]+：/,
    rule: 'must have a plain ":", and here is a wide one (U+FF1A)',
    mend: 'replace it by ":"',
  },
];

/** The first such line of a text from one line to another, where it is no YAML and one of them is the likely reason. */
export function firstSlip(text: string, from: number, to: number): Slip | undefined {
  const lines = text.split('\n').slice(from - 1, to);
  for (const [index, content] of lines.entries()) {
    const slip = SLIPS.find(({ seen }) => seen.test(content));
    if (!slip) continue;
    const column = content.search(/[\u00a0\u3000：]/) + 1;
    return { line: from + index, column, rule: slip.rule, mend: slip.mend };
  }
  return undefined;
}
