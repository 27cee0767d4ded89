import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { ENVIRONMENT_LABEL, type Labels } from '../../kubernetes/labels';
import type { NamespaceQuota } from '../../kubernetes/namespace-quota';
import { cpuQuantity, sizeQuantity } from '../../kubernetes/quantity';
import { containerResources } from '../container/container-resources';
import { DefaultDeny } from '../network/default-deny';
import { withDefaults } from '../with-defaults';
import { requireSoundTenancy } from './require-sound-tenancy';
import { DEFAULTS, type TenancyProps } from './tenancy-props';

/**
 * A namespace and what governs it: Pod Security, a quota, sizes of containers, and a network that is closed.
 *
 * Defines a Namespace, a ResourceQuota, a LimitRange and the NetworkPolicy of `DefaultDeny`.
 *
 * @throws InvalidProp `InvalidName`, `InvalidVersion`, `OutOfRange`, `RequestAboveLimit`, `LimitAboveMax`
 * @example new Tenancy(this, 'Dev', { ...env, environment: env.name, kubernetesVersion: env.cluster.kubernetesVersion });
 */
export class Tenancy extends Construct {
  /** The namespace itself. */
  public readonly namespace: k8s.KubeNamespace;
  public readonly quota: k8s.KubeResourceQuota;
  public readonly limits: k8s.KubeLimitRange;
  /** What closes the network. */
  public readonly network: DefaultDeny;

  constructor(scope: Construct, id: string, props: TenancyProps) {
    super(scope, id);
    const { namespace, environment, quota, containerDefaults, ...security } = withDefaults(props, DEFAULTS);
    requireSoundTenancy(this, props);
    const labels = { [ENVIRONMENT_LABEL]: environment };
    this.namespace = new k8s.KubeNamespace(this, 'Namespace', {
      metadata: {
        name: namespace,
        labels: { ...labels, ...podSecurityLabels(security.podSecurity, security.kubernetesVersion) },
      },
    });
    this.quota = new k8s.KubeResourceQuota(this, 'Quota', {
      metadata: { name: 'quota', namespace, labels },
      spec: { hard: hardLimits(quota) },
    });
    this.limits = new k8s.KubeLimitRange(this, 'Limits', {
      metadata: { name: 'limits', namespace, labels },
      spec: { limits: [containerLimits(containerDefaults)] },
    });
    this.network = new DefaultDeny(this, 'Network', { namespace, labels });
  }
}

/** @see https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces */
function podSecurityLabels(level: string, minor: string): Labels {
  const modes = ['enforce', 'audit', 'warn'];
  return Object.fromEntries(
    modes.flatMap((mode) => [
      [`pod-security.kubernetes.io/${mode}`, level],
      [`pod-security.kubernetes.io/${mode}-version`, `v${minor}`],
    ]),
  );
}

/** `requests` and `limits` both: a quota of requests alone lets limits grow without end. */
function hardLimits(quota: NamespaceQuota): Record<string, k8s.Quantity> {
  return {
    'requests.cpu': cpuQuantity(quota.cpuRequests),
    'requests.memory': sizeQuantity(quota.memoryRequests),
    'limits.cpu': cpuQuantity(quota.cpuLimits),
    'limits.memory': sizeQuantity(quota.memoryLimits),
    pods: k8s.Quantity.fromString(String(quota.pods)),
  };
}

function containerLimits({ size, maxCpu, maxMemory }: TenancyProps['containerDefaults']): k8s.LimitRangeItem {
  const { requests, limits } = containerResources(size);
  return {
    type: 'Container',
    defaultRequest: requests,
    default: limits,
    max: { cpu: cpuQuantity(maxCpu), memory: sizeQuantity(maxMemory) },
  };
}
