import type { Size } from 'cdk8s';
import { type Cpu, k8s } from './k8s';
import { parseQuantity } from './parse-quantity';

export { compareQuantities } from './compare-quantities';
export { parseQuantity } from './parse-quantity';

/** CPU as a quantity: `250m`. */
export function cpuQuantity(cpu: Cpu): k8s.Quantity {
  return k8s.Quantity.fromString(cpu.amount);
}

/** Memory or storage as a quantity: `128Mi`. */
export function sizeQuantity(size: Size): k8s.Quantity {
  return k8s.Quantity.fromString(size.asString());
}

/** Says why this is no quantity of storage to ask for or to offer, or nothing where it is one. */
export function storageQuantityProblem(size: Size): string | undefined {
  return (parseQuantity(size.asString()) ?? 0n) > 0n ? undefined : 'must be more than nothing';
}
