import { parseQuantity } from './parse-quantity';

/** Negative where `a` is less than `b`, 0 where they are the same amount (`1` and `1000m`), positive where it is more. */
export function compareQuantities(a: string, b: string): number {
  const [left, right] = [parseQuantity(a), parseQuantity(b)];
  if (left === undefined || right === undefined) throw new RangeError(`not a quantity: ${left === undefined ? a : b}`);
  return left < right ? -1 : left > right ? 1 : 0;
}
