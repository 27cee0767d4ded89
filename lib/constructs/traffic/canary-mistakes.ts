import { regularExpressionProblem } from '../../kubernetes/regular-expression';
import { isCookieRule } from './is-cookie-rule';
import { percentProblem } from './percent-problem';
import type { Backend, CanaryRules, HeaderRule, TrafficIntent } from './traffic-intent';
import type { Refusal } from './traffic-provider';

/** Name of a header or a cookie. @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const TOKEN = /^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/;

/** What is wrong with the rules of a canary, whatever the provider. */
export function canaryMistakes({ canary, stable, paths }: TrafficIntent): Refusal[] {
  if (!canary) return [];
  const mend = 'give the canary a Service of its own';
  const shared = { prop: 'canary.backend', got: canary.backend.service, rule: 'must not be the stable Service', mend };
  return [
    ...(isSame(canary.backend, stable) ? [shared] : []),
    ...paths.filter(({ backend }) => isSame(canary.backend, backend)).map(({ path: got }) => ({ ...OWN_PATH, got })),
    ...weightMistakes(canary),
    ...ruleMistakes(canary),
  ];
}

const OWN_PATH = {
  prop: 'paths',
  rule: 'must not be answered by the canary alone',
  mend: 'give that path a Service of its own, which may have the same Pods',
};

/** Whether two backends are one Service, be it by different ports. */
function isSame(one: Backend, other: Backend | undefined): boolean {
  return one.service === other?.service && one.namespace === other.namespace;
}

function weightMistakes({ weightPercent: got, rules = [] }: CanaryRules): Refusal[] {
  const prop = 'canary.weightPercent';
  if (got === undefined) {
    const rule = 'must be given where there are no rules';
    return rules.length > 0 ? [] : [{ prop, got, rule, mend: 'say who gets the canary; 0 is nobody yet' }];
  }
  const rule = got === 'stepped' ? undefined : percentProblem(got);
  return rule === undefined ? [] : [{ prop, got, rule, mend: 'give the percent of requests that the canary gets' }];
}

function ruleMistakes({ rules = [] }: CanaryRules): Refusal[] {
  const said = rules.map((rule) => JSON.stringify(rule));
  return rules.flatMap((rule, at) => {
    const prop = `canary.rules[${at}]`;
    const mistakes = isCookieRule(rule) ? nameMistakes({ cookie: rule.cookie }) : headerMistakes(rule);
    const again = said.indexOf(JSON.stringify(rule)) < at ? [{ prop, got: rule, ...TWICE }] : [];
    return [...mistakes.map((mistake) => ({ ...mistake, prop: `${prop}.${mistake.prop}` })), ...again];
  });
}

function headerMistakes({ header, value, pattern }: HeaderRule): Refusal[] {
  const given = Object.entries({ value, pattern }).filter(([, got]) => got !== undefined);
  return [
    ...nameMistakes({ header }),
    ...given.filter(([, got]) => got === '').map(([prop, got]) => ({ prop, got, ...NOT_EMPTY })),
    ...(given.length === 2 ? [{ prop: 'pattern', got: pattern, ...ONE_OF_THEM }] : []),
    ...(pattern !== undefined && regularExpressionProblem(pattern)
      ? [{ prop: 'pattern', got: pattern, ...EXPRESSION }]
      : []),
  ];
}

function nameMistakes(names: Readonly<Record<string, string>>): Refusal[] {
  const wrong = Object.entries(names).filter(([, got]) => !TOKEN.test(got));
  return wrong.map(([prop, got]) => ({ prop, got, ...NAME }));
}

const NAME = { rule: 'must be a name of letters, digits and "-"', mend: 'write the name alone' };
const NOT_EMPTY = { rule: 'must not be empty', mend: 'leave it out, and "always" and "never" decide' };
const ONE_OF_THEM = {
  rule: 'must not be given beside value',
  mend: 'keep one of them, or make two rules of them in the order in which they are to be asked',
};
const EXPRESSION = {
  rule: 'must be a regular expression',
  mend: 'mend it: RE2 has no lookaround, no backreference, no atomic group',
};
const TWICE = { rule: 'must not be given twice: the first decides', mend: 'remove one' };
