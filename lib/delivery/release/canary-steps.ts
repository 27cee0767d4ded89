import type { CanaryStep } from '../../environments/release-policy';
import { placeOf, type ReleaseOrder } from './release-order';
import { ReleaseRefused } from './release-refused';

/** Steps that the environment's values say, for this service or for every one. @throws ReleaseRefused where weights do not rise */
export function canarySteps(order: Pick<ReleaseOrder, 'service' | 'environment'>): readonly CanaryStep[] {
  const { canarySteps: every, canaryStepsOf: own = {} } = order.environment.releasing;
  const steps = (Object.hasOwn(own, order.service) ? own[order.service] : undefined) ?? every;
  const isPercent = (weight: number) => Number.isInteger(weight) && weight >= 0 && weight <= 100;
  const wrong = steps.find(
    ({ weightPercent }, index) => !isPercent(weightPercent) || weightPercent <= (steps[index - 1]?.weightPercent ?? -1),
  );
  if (!wrong) return steps;
  throw new ReleaseRefused({
    field: `canarySteps for ${placeOf(order)}`,
    got: wrong.weightPercent,
    rule: 'must be a whole percentage, 0 to 100, and more than the step before',
    mend: `mend lib/environments/${order.environment.name}.ts`,
  });
}
