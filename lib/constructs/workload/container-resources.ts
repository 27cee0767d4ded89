import type { Size } from 'cdk8s';
import type { ContainerSize } from '../../kubernetes/container-size';
import { type Cpu, k8s } from '../../kubernetes/k8s';
import { compareQuantities } from '../../kubernetes/quantity';

/** CPU as a quantity: `250m`. */
export function cpuQuantity(cpu: Cpu): k8s.Quantity {
  return k8s.Quantity.fromString(cpu.amount);
}

/** Memory or storage as a quantity: `128Mi`. */
export function sizeQuantity(size: Size): k8s.Quantity {
  return k8s.Quantity.fromString(size.asString());
}

/** Requests and limits of one container. */
export function containerResources(size: ContainerSize): k8s.ResourceRequirements {
  return {
    requests: { cpu: cpuQuantity(size.cpuRequest), memory: sizeQuantity(size.memoryRequest) },
    limits: { cpu: cpuQuantity(size.cpuLimit), memory: sizeQuantity(size.memoryLimit) },
  };
}

/** The prop whose request is more than its limit, which Kubernetes refuses; nothing where all fit. */
export function requestAboveLimit(
  size: ContainerSize,
): { readonly prop: string; readonly got: string; readonly limit: string } | undefined {
  const pairs = [
    ['size.cpuRequest', size.cpuRequest.amount, size.cpuLimit.amount],
    ['size.memoryRequest', size.memoryRequest.asString(), size.memoryLimit.asString()],
  ] as const;
  const wrong = pairs.find(([, request, limit]) => compareQuantities(request, limit) > 0);
  return wrong && { prop: wrong[0], got: wrong[1], limit: wrong[2] };
}
