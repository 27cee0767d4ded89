import type { Size } from 'cdk8s';
import type { Cpu } from './k8s';

/** What all Pods of a namespace may use together, the ones added while a release is rolled out included. */
export interface NamespaceQuota {
  readonly cpuRequests: Cpu;
  readonly cpuLimits: Cpu;
  readonly memoryRequests: Size;
  readonly memoryLimits: Size;
  readonly pods: number;
}
