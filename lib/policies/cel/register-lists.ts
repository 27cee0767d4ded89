import type { Environment } from '@marcbachmann/cel-js';

/** What may be ordered: all of one type in a list. */
type Ordered = bigint | number | string | boolean;

/**
 * Functions of lists, and of lists as sets.
 *
 * @source kubernetes@1.36 staging/src/k8s.io/apiserver/pkg/cel/library/lists.go; cel-go@0.26 ext/sets.go
 */
export function registerLists(environment: Environment): void {
  environment.registerFunction('list.isSorted(): bool', (list: readonly Ordered[]) =>
    list.every((value, index) => index === 0 || (list[index - 1] as Ordered) <= value),
  );
  environment.registerFunction('list.sum(): dyn', (list: readonly (bigint | number)[]) =>
    list.reduce((sum, value) => (sum as number) + (value as number), (typeof list[0] === 'number' ? 0 : 0n) as number),
  );
  environment.registerFunction('list.min(): dyn', (list: readonly Ordered[]) => extreme(list, (a, b) => a < b));
  environment.registerFunction('list.max(): dyn', (list: readonly Ordered[]) => extreme(list, (a, b) => a > b));
  environment.registerFunction('list.indexOf(dyn): int', (list: readonly unknown[], value: unknown) =>
    BigInt(list.findIndex((other) => same(other, value))),
  );
  environment.registerFunction('list.lastIndexOf(dyn): int', (list: readonly unknown[], value: unknown) =>
    BigInt(list.findLastIndex((other) => same(other, value))),
  );
  environment.registerConstant('sets', 'map', {}); // the engine finds "sets.contains" as a method of it
  environment.registerFunction(
    'map.contains(list, list): bool',
    (_: unknown, list: readonly unknown[], part: readonly unknown[]) => containsAll(list, part),
  );
  environment.registerFunction(
    'map.equivalent(list, list): bool',
    (_: unknown, a: readonly unknown[], b: readonly unknown[]) => containsAll(a, b) && containsAll(b, a),
  );
  environment.registerFunction(
    'map.intersects(list, list): bool',
    (_: unknown, a: readonly unknown[], b: readonly unknown[]) =>
      a.some((value) => b.some((other) => same(value, other))),
  );
}

function extreme(list: readonly Ordered[], wins: (a: Ordered, b: Ordered) => boolean): Ordered {
  const [first, ...rest] = list;
  if (first === undefined) throw new RangeError('of an empty list');
  return rest.reduce((best, value) => (wins(value, best) ? value : best), first);
}

function containsAll(list: readonly unknown[], part: readonly unknown[]): boolean {
  return part.every((value) => list.some((other) => same(value, other)));
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return left.length === right.length && left.every(([key, value]) => same(value, Reflect.get(b, key)));
}
