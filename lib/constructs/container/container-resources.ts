import type { ContainerSize } from '../../kubernetes/container-size';
import type { k8s } from '../../kubernetes/k8s';
import { cpuQuantity, sizeQuantity } from '../../kubernetes/quantity';

/** Requests and limits of one container. */
export function containerResources(size: ContainerSize): k8s.ResourceRequirements {
  return {
    requests: { cpu: cpuQuantity(size.cpuRequest), memory: sizeQuantity(size.memoryRequest) },
    limits: { cpu: cpuQuantity(size.cpuLimit), memory: sizeQuantity(size.memoryLimit) },
  };
}
