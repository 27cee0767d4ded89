/** A part of something, exactly: 1 of 3. In lowest terms, so that equal parts are equal objects. */
export interface Fraction {
  readonly of: number;
  readonly part: number;
}

/** Some of a whole. Both are whole numbers. */
export function fraction(part: number, of: number): Fraction {
  const divisor = greatestDivisor(part, of) || 1;
  return { part: part / divisor, of: of / divisor };
}

/** A part of a part. */
export function product(one: Fraction, other: Fraction): Fraction {
  return fraction(one.part * other.part, one.of * other.of);
}

/** Two parts of the same whole together. */
export function sum(one: Fraction, other: Fraction): Fraction {
  return fraction(one.part * other.of + other.part * one.of, one.of * other.of);
}

/** A part in percent, as a number. */
export function percentOf({ part, of }: Fraction): number {
  return (part * 100) / of;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestDivisor(b, a % b);
}
