/** A share as a weight of a total: 10 percent is 10 of 100, 0.5 percent 5 of 1000. */
export interface CanaryWeight {
  readonly weight: number;
  readonly total: number;
}

/**
 * Share of a percentage, by the smallest total that has room for its decimals, 100 or more. What is stepped begins at none.
 *
 * @param percent of which `percentProblem` has nothing to say
 */
export function canaryWeight(percent: number | 'stepped' = 0): CanaryWeight {
  if (percent === 'stepped') return { weight: 0, total: 100 };
  const decimals = String(percent).split('.')[1]?.length ?? 0;
  const scale = 10 ** decimals;
  return { weight: Math.round(percent * scale), total: 100 * scale };
}
