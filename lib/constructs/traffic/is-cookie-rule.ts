import type { CanaryRule, CookieRule } from './traffic-intent';

/** Whether a rule is about a cookie; it is about a header otherwise. */
export function isCookieRule(rule: CanaryRule): rule is CookieRule {
  return 'cookie' in rule;
}
