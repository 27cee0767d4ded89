import { literalRegularExpression } from '../../kubernetes/regular-expression';
import { isCookieRule } from './is-cookie-rule';
import type { CanaryRules, CookieRule, HeaderRule } from './traffic-intent';

/** A header that decides on its own who answers. */
export interface CanaryDecision {
  readonly header: string;
  /** Whether the value must be equal to `value`, or is searched for the regular expression that it is. */
  readonly type: 'Exact' | 'RegularExpression';
  readonly value: string;
  readonly picksCanary: boolean;
}

/** Decisions of a canary in their order, but for the weight, for providers that match headers and know no cookies. */
export function canaryDecisions({ rules = [] }: CanaryRules): CanaryDecision[] {
  return rules.flatMap((rule) => (isCookieRule(rule) ? cookieDecisions(rule) : headerDecisions(rule)));
}

function headerDecisions({ header, value, pattern }: HeaderRule): CanaryDecision[] {
  const exactly = (text: string, picksCanary: boolean): CanaryDecision => ({
    header,
    type: 'Exact',
    value: text,
    picksCanary,
  });
  if (value !== undefined) return [exactly(value, true)];
  if (pattern === undefined) return [exactly('always', true), exactly('never', false)];
  // some implementations search, others match the whole value: so written, both find the pattern anywhere
  return [{ header, type: 'RegularExpression', value: `^.*(?:${pattern}).*$`, picksCanary: true }];
}

function cookieDecisions({ cookie }: CookieRule): CanaryDecision[] {
  const name = literalRegularExpression(cookie);
  const set = (value: string, picksCanary: boolean): CanaryDecision => ({
    header: 'Cookie',
    type: 'RegularExpression',
    value: `^(.*;\\s*)?${name}=${value}(;.*)?$`,
    picksCanary,
  });
  return [set('always', true), set('never', false)];
}
