import { isBlocked, type JudgedPlan } from '../../simulators/plan/judged-plan';

/** What has to happen before it is applied; nothing where nothing has. */
export function planDemand(plan: JudgedPlan): string | undefined {
  if (!isBlocked(plan)) return undefined;
  return 'Mend what is refused or loses data, or allow each by name when it is meant';
}
