/** Decimals of a percentage that every provider with relative weights can tell apart: Gateway API goes to 1,000,000. */
const DECIMALS = 4;

/** A share as a weight of a total: 10 percent is 10 of 100, 0.5 percent 5 of 1000. */
export interface CanaryWeight {
  readonly weight: number;
  readonly total: number;
}

/** Share of a percentage, by the smallest total that has room for its decimals, 100 or more. */
export function canaryWeight(percent = 0): CanaryWeight {
  const decimals = percent.toFixed(DECIMALS).replace(/0+$/, '').split('.')[1]?.length ?? 0;
  const scale = 10 ** decimals;
  return { weight: Math.round(percent * scale), total: 100 * scale };
}

/** Says why this is no percentage with up to four decimals; nothing where it is one. */
export function percentProblem(got: number): string | undefined {
  const exact = Number(got.toFixed(DECIMALS)) === got;
  return got >= 0 && got <= 100 && exact ? undefined : `must be from 0 to 100, with at most ${DECIMALS} decimals`;
}
