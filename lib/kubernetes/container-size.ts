import type { Size } from 'cdk8s';
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
