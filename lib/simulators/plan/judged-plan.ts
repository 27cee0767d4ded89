import { type Change, isDangerous } from './change';
import { objectKeyText } from './object-key';
import type { Plan } from './plan';
import { VERDICTS, type Verdict } from './verdicts';

/** A change, and whether somebody allowed it by name. */
export interface JudgedChange extends Change {
  readonly allowed: boolean;
}

/** What happens, between what, and what of it was allowed. */
export interface JudgedPlan extends Plan {
  /** What is deployed, in a few words: `HEAD (6bc0445)`. */
  readonly against: string;
  /** What is to be applied. */
  readonly to: string;
  readonly changes: readonly JudgedChange[];
}

/** A plan with what is allowed of it. @param allowed objects as `objectKeyText` writes them */
export function judgedPlan(plan: Plan & Pick<JudgedPlan, 'against' | 'to'>, allowed: readonly string[]): JudgedPlan {
  const changes = plan.changes.map((change) => {
    return { ...change, allowed: isDangerous(change) && allowed.includes(objectKeyText(change.object)) };
  });
  return { ...plan, changes };
}

/** Whether somebody has to allow something yet. */
export function isBlocked({ changes }: JudgedPlan): boolean {
  return changes.some((change) => isDangerous(change) && !change.allowed);
}

/** How many changes of each kind there are, the worst first; none of kinds that there are none of. */
export function verdictCounts({ changes }: JudgedPlan): (readonly [verdict: Verdict, count: number])[] {
  return VERDICTS.map(
    (verdict) => [verdict, changes.filter((change) => change.verdict === verdict).length] as const,
  ).filter(([, count]) => count > 0);
}
