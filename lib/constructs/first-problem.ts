import type { InvalidPropDetails } from './invalid-prop';

/** A prop, and the rule that it breaks where it breaks one. */
export type Candidate = Omit<InvalidPropDetails, 'rule'> & { readonly rule: string | undefined };

/** The first of some props that breaks a rule; nothing where none does. */
export function firstProblem(candidates: readonly Candidate[]): InvalidPropDetails | undefined {
  for (const { rule, ...rest } of candidates) if (rule !== undefined) return { ...rest, rule };
  return undefined;
}
