import type { CanaryStep } from '../../environments/release-policy';
import { canarySteps } from './canary-steps';
import type { ReleaseOrder } from './release-order';

/** Where a canary stands among the steps of its environment. */
export interface CanaryStanding {
  /** The step that it is at, from 1; 0 before the first. */
  readonly number: number;
  readonly steps: readonly CanaryStep[];
  readonly current?: CanaryStep;
  readonly next?: CanaryStep;
}

/** The weight says the step: weights rise. @throws ReleaseRefused where they do not */
export function canaryStanding(order: Pick<ReleaseOrder, 'service' | 'environment'>, weight: number): CanaryStanding {
  const steps = canarySteps(order);
  const number = steps.filter(({ weightPercent }) => weightPercent <= weight).length;
  return { number, steps, current: steps[number - 1], next: steps[number] };
}
