import { type JudgedPlan, verdictCounts } from '../../simulators/plan/judged-plan';
import type { Verdict } from '../../simulators/plan/verdicts';

const COUNTED: Readonly<Record<Verdict, string>> = {
  refused: 'refused',
  'loses-data': 'losing data',
  'rolls-pods': 'rolling Pods',
  replaced: 'replaced',
  removed: 'removed',
  created: 'created',
  changed: 'changed',
};

/** A plan in one line: `1 refused, 2 rolling Pods, 3 created; 71 stay as they are`. */
export function planSummary(plan: JudgedPlan): string {
  const counts = verdictCounts(plan).map(([verdict, count]) => `${count} ${COUNTED[verdict]}`);
  const rest = `${plan.unchanged} ${plan.unchanged === 1 ? 'object stays as it is' : 'objects stay as they are'}`;
  return counts.length === 0 ? `Nothing changes: ${rest}` : `${counts.join(', ')}; ${rest}`;
}
