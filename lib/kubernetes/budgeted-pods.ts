import { fewestReplicas } from './fewest-replicas';
import { groupOf } from './identity';
import { labelSelectorPicks } from './label-selector';
import type { Manifest } from './manifest';
import { manifestField } from './manifest-field';
import { namespaceOf } from './namespace-of';
import { type RunningPods, runningPods } from './running-pods';

/** Whether an object is a PodDisruptionBudget. */
export function isPodBudget({ apiVersion, kind }: Manifest): boolean {
  return groupOf(apiVersion) === 'policy' && kind === 'PodDisruptionBudget';
}

/** Whether a budget is about some Pods. */
export function isBudgetOfPods(budget: Manifest, { namespace, labels }: RunningPods): boolean {
  return namespaceOf(budget) === namespace && labelSelectorPicks(manifestField(budget, 'spec.selector'), labels);
}

/** Objects whose Pods a budget is about. */
export function budgetedPods(budget: Manifest, objects: readonly Manifest[]): Manifest[] {
  return runningPods(objects)
    .filter((pods) => isBudgetOfPods(budget, pods))
    .map(({ object }) => object);
}

/** Fewest Pods that a budget is about while they run; nothing where it is about none, or some that have no number. */
export function budgetedPodCount(budget: Manifest, objects: readonly Manifest[]): number | undefined {
  const counts = budgetedPods(budget, objects).map((object) => fewestReplicas(object, objects));
  if (counts.length === 0 || counts.includes(undefined)) return undefined;
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
