import type { Environment } from '@marcbachmann/cel-js';
import { parseQuantity } from '../../kubernetes/parse-quantity';

const BILLION = 10n ** 9n;

/** A quantity as an expression holds it, in billionths of its unit. */
class Quantity {
  constructor(readonly billionths: bigint) {}
}

/**
 * `quantity('500m')` and its methods.
 *
 * @source kubernetes@1.36 staging/src/k8s.io/apiserver/pkg/cel/library/quantity.go
 */
export function registerQuantity(environment: Environment): void {
  environment.registerType('kubernetes.Quantity', Quantity);
  const method = (signature: string, handler: (...args: never[]) => unknown) =>
    environment.registerFunction(`kubernetes.Quantity.${signature}`, handler as (...args: unknown[]) => unknown);
  environment.registerFunction('quantity(string): kubernetes.Quantity', (text: string) => {
    const billionths = parseQuantity(text);
    if (billionths === undefined) throw new TypeError(`not a quantity: ${text}`);
    return new Quantity(billionths);
  });
  environment.registerFunction('isQuantity(string): bool', (text: string) => parseQuantity(text) !== undefined);
  method('isLessThan(kubernetes.Quantity): bool', (a: Quantity, b: Quantity) => a.billionths < b.billionths);
  method('isGreaterThan(kubernetes.Quantity): bool', (a: Quantity, b: Quantity) => a.billionths > b.billionths);
  method('compareTo(kubernetes.Quantity): int', (a: Quantity, b: Quantity) => sign(a.billionths - b.billionths));
  method('sign(): int', (a: Quantity) => sign(a.billionths));
  method('isInteger(): bool', (a: Quantity) => a.billionths % BILLION === 0n);
  method('asInteger(): int', (a: Quantity) => {
    if (a.billionths % BILLION !== 0n) throw new RangeError('not an integer');
    return a.billionths / BILLION;
  });
  method('asApproximateFloat(): double', (a: Quantity) => Number(a.billionths) / 1e9);
  for (const [name, times] of [
    ['add', 1n],
    ['sub', -1n],
  ] as const) {
    method(`${name}(kubernetes.Quantity): kubernetes.Quantity`, (a: Quantity, b: Quantity) => {
      return new Quantity(a.billionths + times * b.billionths);
    });
    method(`${name}(int): kubernetes.Quantity`, (a: Quantity, b: bigint) => {
      return new Quantity(a.billionths + times * b * BILLION);
    });
  }
}

function sign(value: bigint): bigint {
  return value < 0n ? -1n : value > 0n ? 1n : 0n;
}
