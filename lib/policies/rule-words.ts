import { CATALOGUE } from './catalogue';
import { EXCEPTION_RULE } from './exception-rule';
import type { Rule } from './rule';

/** What a rule says of itself, without the check. */
export type RuleWords = Omit<Rule, 'check'>;

/** Every rule that a report can name, by name. */
export function everyRule(): readonly RuleWords[] {
  return [...CATALOGUE, EXCEPTION_RULE].sort((a, b) => (a.id < b.id ? -1 : 1));
}
