/** Decimals of a percentage that every provider with relative weights can tell apart: Gateway API goes to 1,000,000. */
const DECIMALS = 4;

/** Says why this is no percentage with up to four decimals; nothing where it is one. */
export function percentProblem(got: number): string | undefined {
  const exact = Number(got.toFixed(DECIMALS)) === got;
  return got >= 0 && got <= 100 && exact ? undefined : `must be from 0 to 100, with at most ${DECIMALS} decimals`;
}
