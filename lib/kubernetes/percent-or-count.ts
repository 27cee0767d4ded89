/** A share of some total, or a count: `'25%'`, `1`. Kubernetes calls it IntOrString. */
export type PercentOrCount = number | `${number}%`;

/** Says why Kubernetes would refuse this value, or nothing where it would not. */
export function percentOrCountProblem(value: unknown): string | undefined {
  if (typeof value === 'number') {
    return Number.isInteger(value) && value >= 0 ? undefined : 'must be a whole number, 0 or more';
  }
  if (typeof value !== 'string' || !/^\d+%$/.test(value))
    return 'must be a whole number or a whole percentage such as "25%"';
  return Number.parseInt(value, 10) <= 100 ? undefined : 'must be at most 100%';
}

/**
 * The count that a value stands for.
 *
 * @param round which way a share of a Pod goes. Kubernetes rounds `maxSurge` and both fields of a disruption budget up,
 *   a Deployment's `maxUnavailable` down.
 * @source kubernetes@1.36 staging/src/k8s.io/apimachinery/pkg/util/intstr/intstr.go GetScaledValueFromIntOrPercent
 */
export function resolvePercentOrCount(value: PercentOrCount, total: number, round: 'up' | 'down'): number {
  if (typeof value === 'number') return value;
  // whole percents of whole numbers: dividing last keeps 29 % of 100 from becoming 28.999...
  const hundredths = Number.parseInt(value, 10) * total;
  return round === 'up' ? Math.ceil(hundredths / 100) : Math.floor(hundredths / 100);
}
