import { wholeNumberProblem } from '../../kubernetes/whole-number';
import type { CanaryRules, TrafficIntent } from './traffic-intent';
import type { Refusal } from './traffic-provider';

/** Name of a header or a cookie. @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const TOKEN = /^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/;

/** What is wrong with the rules of a canary, whatever the provider. */
export function canaryMistakes({ canary, stable }: TrafficIntent): Refusal[] {
  if (!canary) return [];
  const mend = 'give the canary a Service of its own';
  const shared = { prop: 'canary.backend', got: canary.backend.service, rule: 'must not be the stable Service', mend };
  return [
    ...(canary.backend.service === stable.service ? [shared] : []),
    ...weightMistakes(canary),
    ...headerMistakes(canary),
  ];
}

function weightMistakes({ weightPercent: got, header, cookie }: CanaryRules): Refusal[] {
  const prop = 'canary.weightPercent';
  if (got === undefined) {
    const rule = 'must be given where no header or cookie is';
    return header !== undefined || cookie !== undefined
      ? []
      : [{ prop, got, rule, mend: 'say who gets the canary; 0 is nobody yet' }];
  }
  const rule = wholeNumberProblem(got, 0, 100);
  return rule === undefined ? [] : [{ prop, got, rule, mend: 'give the percent of requests that the canary gets' }];
}

function headerMistakes({ header, headerValue, headerPattern, cookie }: CanaryRules): Refusal[] {
  const names = Object.entries({ header, cookie }).filter(([, got]) => got !== undefined && !TOKEN.test(got));
  const values = Object.entries({ headerValue, headerPattern }).filter(([, got]) => got !== undefined);
  const refusal = (prop: string, got: unknown, rule: string, mend: string): Refusal => ({
    prop: `canary.${prop}`,
    got,
    rule,
    mend,
  });
  return [
    ...names.map(([prop, got]) =>
      refusal(prop, got, 'must be a name of letters, digits and "-"', 'write the name alone'),
    ),
    ...(header !== undefined
      ? []
      : values.map(([prop, got]) => refusal(prop, got, 'needs a header', 'name the header whose value it is'))),
    ...values
      .filter(([, got]) => got === '')
      .map(([prop, got]) => refusal(prop, got, 'must not be empty', 'leave it out, and "always" and "never" decide')),
    ...(values.length === 2
      ? [
          refusal(
            'headerPattern',
            headerPattern,
            'must not be given beside headerValue, which wins',
            'keep one of them',
          ),
        ]
      : []),
    ...(headerPattern === undefined || compiles(headerPattern)
      ? []
      : [
          refusal(
            'headerPattern',
            headerPattern,
            'must be a regular expression',
            'mend it: RE2 has no lookaround, no backreference, no atomic group',
          ),
        ]),
  ];
}

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

function compiles(pattern: string): boolean {
  if (BEYOND_RE2.test(pattern.replace(LITERALS, 'x'))) return false;
  try {
    return new RegExp(OTHER_WORDS.reduce((text, [words, ours]) => text.replace(words, ours), pattern)) !== undefined;
  } catch {
    return false;
  }
}
