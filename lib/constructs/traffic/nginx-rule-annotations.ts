import { isCookieRule } from './is-cookie-rule';
import type { CanaryRules, HeaderRule } from './traffic-intent';

/** The rules as annotations, without the prefix: a header and a cookie, of which there is one each. */
export function nginxRuleAnnotations({ rules = [] }: CanaryRules): Record<string, string | undefined> {
  const byHeader = rules.find((rule): rule is HeaderRule => !isCookieRule(rule));
  const byCookie = rules.find(isCookieRule);
  return {
    'canary-by-header': byHeader?.header,
    'canary-by-header-value': byHeader?.value,
    'canary-by-header-pattern': byHeader?.pattern,
    'canary-by-cookie': byCookie?.cookie,
  };
}
