/** A share of some total, or a count: `'25%'`, `1`. Kubernetes calls it IntOrString. */
export type PercentOrCount = number | `${number}%`;

/** Most that a count can be: 32 bits. */
const MAX_COUNT = 2 ** 31 - 1;

/**
 * Says why Kubernetes would refuse this value, or nothing where it would not.
 *
 * @param mostPercent the largest share that the field takes: `maxSurge` takes any
 */
export function percentOrCountProblem(value: unknown, mostPercent = 100): string | undefined {
  if (typeof value === 'number') {
    if (!Number.isInteger(value) || value < 0) return 'must be a whole number, 0 or more';
    return value <= MAX_COUNT ? undefined : `must be at most ${MAX_COUNT}`;
  }
  if (typeof value !== 'string' || !/^\d+%$/.test(value))
    return 'must be a whole number or a whole percentage such as "25%"';
  return Number.parseInt(value, 10) <= mostPercent ? undefined : `must be at most ${mostPercent}%`;
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
