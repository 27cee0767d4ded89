import type { Size } from 'cdk8s';
import { Construct } from 'constructs';
import { type ContainerSize, requestAboveLimit } from '../../kubernetes/container-size';
import { type Cpu, k8s } from '../../kubernetes/k8s';
import { ENVIRONMENT_LABEL, type Labels } from '../../kubernetes/labels';
import { nameProblem } from '../../kubernetes/names';
import { cpuQuantity, sizeQuantity } from '../../kubernetes/quantity';
import { InvalidProp } from '../invalid-prop';
import { DefaultDeny } from '../network/default-deny';
import { withDefaults } from '../with-defaults';
import { containerResources } from '../workload/container-resources';

/** What all Pods of a namespace may use together, the ones of a rollout included. */
export interface TenancyQuota {
  readonly cpuRequests: Cpu;
  readonly cpuLimits: Cpu;
  readonly memoryRequests: Size;
  readonly memoryLimits: Size;
  readonly pods: number;
}

/** Props of `Tenancy`. */
export interface TenancyProps {
  /** Namespace to make. */
  readonly namespace: string;

  /** Environment that it is: the value of the label `environment` of everything in it. */
  readonly environment: string;

  /** Kubernetes minor whose Pod Security rules hold, so that an upgrade does not change them: `1.30`. */
  readonly kubernetesVersion: string;

  /** What the namespace may use in all. */
  readonly quota: TenancyQuota;

  /** Size of a container that states none, and the largest that one may have. */
  readonly containerDefaults: { readonly size: ContainerSize; readonly maxCpu: Cpu; readonly maxMemory: Size };

  /**
   * Pod Security level that Pods are refused below.
   *
   * @default 'restricted'
   */
  readonly podSecurity?: 'privileged' | 'baseline' | 'restricted';
}

/** What left-out props become. */
export const DEFAULTS = { podSecurity: 'restricted' } as const;

/**
 * A namespace and what governs it: Pod Security, a quota, sizes of containers, and a network that is closed.
 *
 * Defines a Namespace, a ResourceQuota, a LimitRange and the NetworkPolicy of `DefaultDeny`.
 *
 * @throws InvalidProp `InvalidName`, `RequestAboveLimit`
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
    this.requireSound(namespace, containerDefaults.size);
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

  private requireSound(namespace: string, size: ContainerSize): void {
    const rule = nameProblem('Namespace', namespace);
    if (rule)
      throw new InvalidProp('InvalidName', this, {
        prop: 'namespace',
        got: namespace,
        rule,
        mend: 'choose another name',
      });
    const above = requestAboveLimit(size);
    if (!above) return;
    const mend = 'lower the request or raise the limit';
    throw new InvalidProp('RequestAboveLimit', this, {
      prop: `containerDefaults.${above.prop}`,
      got: above.got,
      rule: `must be at most its limit (${above.limit})`,
      mend,
    });
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
function hardLimits(quota: TenancyQuota): Record<string, k8s.Quantity> {
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
