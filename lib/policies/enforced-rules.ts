import { CATALOGUE } from './catalogue';
import { fails } from './fails';
import type { Level, Rule, Severity } from './rule';
import { rulesAt } from './rules-at';

/** What an API server does where a rule is broken: it refuses the request, or answers it with a warning. */
export type Enforcement = 'deny' | 'warn';

/** How seriously somebody takes the rules. */
export interface Enforced {
  /** Which rules hold. */
  readonly level: Level;
  /** Rules of this severity, or a worse one, are held to. */
  readonly failOn: Severity;
  readonly enforcement: Enforcement;
}

/**
 * The rules that an API server is to hold objects to, by what it does where one is broken. What is held to is enforced; of the
 * rest warnings are told. What is only worth knowing is told at the desk, where somebody is about to read it.
 */
export function enforcedRules({
  level,
  failOn,
  enforcement,
}: Enforced): Readonly<Record<Enforcement, readonly Rule[]>> {
  const rules = rulesAt(level, CATALOGUE).filter(({ admission }) => admission);
  const held = rules.filter((rule) => fails(rule, failOn));
  const told = rules.filter((rule) => !fails(rule, failOn) && rule.severity !== 'info');
  return enforcement === 'deny' ? { deny: held, warn: told } : { deny: [], warn: [...held, ...told] };
}
