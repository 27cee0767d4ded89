/** Says why this is no whole number within bounds, or nothing where it is one. */
export function wholeNumberProblem(value: number, least: number, most: number): string | undefined {
  const fits = Number.isInteger(value) && value >= least && value <= most;
  return fits ? undefined : `must be a whole number from ${least} to ${most}`;
}

/** Says why this is no port, or nothing where it is one. */
export function portProblem(value: number): string | undefined {
  return wholeNumberProblem(value, 1, 65535);
}
