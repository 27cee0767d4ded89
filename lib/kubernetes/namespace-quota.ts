import type { Size } from 'cdk8s';
import type { Cpu } from './k8s';
import type { QuotaAmounts } from './quota-amounts';

/** What a namespace may use in all, the Pods added while a release is rolled out included. */
export interface NamespaceQuota extends QuotaAmounts {
  readonly cpuRequests: Cpu;
  readonly cpuLimits: Cpu;
  readonly memoryRequests: Size;
  readonly memoryLimits: Size;
  readonly pods: number;
}
