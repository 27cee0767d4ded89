import { type Chart, Size } from 'cdk8s';
import { Tenancy } from '../../constructs/tenancy/tenancy';
import type { PodSecurityLevel } from '../../constructs/tenancy/tenancy-props';
import type { Environment } from '../../environments/environment';
import { Cpu } from '../../kubernetes/k8s';

/** Room for some thirty small Pods; what they set aside is far less. */
const quota = {
  cpuRequests: Cpu.units(3),
  cpuLimits: Cpu.units(12),
  memoryRequests: Size.gibibytes(4),
  memoryLimits: Size.gibibytes(8),
  pods: 30,
};

/**
 * The namespace of a chapter that has one to itself: because the quota of all chapters is too small for it, or because its
 * Pods ask more of their node than Pod Security "restricted" allows.
 *
 * @throws where the chart has no namespace
 */
export function ownNamespace(chart: Chart, env: Environment, podSecurity: PodSecurityLevel = 'restricted'): Tenancy {
  const { name: environment, cluster, containerDefaults } = env;
  const { kubernetesVersion } = cluster;
  if (!chart.namespace) throw new Error(`[${chart.node.path}] namespace: is required; give the chart one`);
  const namespace = chart.namespace;
  const props = { namespace, environment, kubernetesVersion, quota, containerDefaults, podSecurity };
  return new Tenancy(chart, 'Namespace', props);
}
