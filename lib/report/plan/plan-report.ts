import type { JudgedPlan } from '../../simulators/plan/judged-plan';
import type { Paper } from '../report';

/** Where a plan is shown, and how much of it. */
export interface PlanPaper extends Paper {
  /** `folded`: of long lists the beginning, and how many more there are. What is dangerous is never folded. */
  readonly lists: 'folded' | 'whole';
}

/** A plan as text in one format. It ends with a line end. */
export type PlanReport = (plan: JudgedPlan, paper: PlanPaper) => string;
