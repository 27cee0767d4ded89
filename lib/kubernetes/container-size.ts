import type { Size } from 'cdk8s';
import { compareQuantities } from './compare-quantities';
import type { Cpu } from './k8s';

/** What one container asks of its node, and the most that it may take. */
export interface ContainerSize {
  /** CPU that the scheduler sets aside; also what the autoscaler's percentages are a share of. */
  readonly cpuRequest: Cpu;
  /** CPU above which the container is slowed down. */
  readonly cpuLimit: Cpu;
  /** Memory that the scheduler sets aside. */
  readonly memoryRequest: Size;
  /** Memory above which the container is killed. */
  readonly memoryLimit: Size;
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
