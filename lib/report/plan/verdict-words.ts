import type { Verdict } from '../../simulators/plan/change';
import { isBlocked, type JudgedPlan, verdictCounts } from '../../simulators/plan/judged-plan';

/** What stands over the changes of a kind, and what that means for whoever applies them. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { readonly title: string; readonly means: string }>> = {
  refused: { title: 'REFUSED', means: 'the API server refuses it, and the object stays as it is' },
  'loses-data': { title: 'LOSES DATA', means: 'what was stored is gone, or left behind' },
  'rolls-pods': { title: 'ROLLS PODS', means: 'Pods are made anew' },
  replaced: { title: 'REPLACED', means: 'made under another name; kubectl apply leaves the old one' },
  removed: { title: 'REMOVED', means: 'nothing deploys it any more' },
  created: { title: 'CREATED', means: 'is not there yet' },
  changed: { title: 'CHANGED', means: 'where it stands; no Pod is made anew' },
};

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

/** What has to happen before it is applied; nothing where nothing has. */
export function planDemand(plan: JudgedPlan): string | undefined {
  if (!isBlocked(plan)) return undefined;
  return 'Mend what is refused or loses data, or allow each by name when it is meant';
}
