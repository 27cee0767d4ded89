import { Chart, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { Tenancy } from '../../constructs/tenancy/tenancy';
import type { TenancyProps } from '../../constructs/tenancy/tenancy-props';
import type { Environment } from '../../environments/environment';
import { Cpu } from '../../kubernetes/k8s';
import { partOf } from '../../kubernetes/labels';

type Governed = Pick<TenancyProps, 'kubernetesVersion' | 'quota' | 'containerDefaults' | 'environment'>;

/**
 * Namespaces, each made once: the tutorial writes the same one out five times. A namespace alone only divides names: what
 * keeps teams apart is what governs it, so none here is without it.
 */
export class NamespacesChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { labels: partOf('namespaces', env.name) });
    const { containerDefaults, quota, cluster } = env;
    const { kubernetesVersion } = cluster;
    const governed = { environment: env.name, kubernetesVersion, quota, containerDefaults };
    this.dev(governed);
    this.demo(governed);
    this.ingressNginx(governed);
  }

  /** A namespace as most should be: `restricted` Pods, a quota, a closed network. */
  private dev(governed: Governed): void {
    new Tenancy(this, 'Dev', { ...governed, namespace: 'tutorial-dev' });
  }

  /**
   * The tutorial's quota. Its `cpu` and `memory` bound what containers ask for, and not what they may take: limits have
   * amounts of their own, and so have Pods and other objects. Pods below `baseline` are refused, and who brings one below
   * `restricted` is warned: so a namespace with a past gets there.
   */
  private demo(governed: Governed): void {
    const amounts = { cpuRequests: Cpu.units(2), memoryRequests: Size.gibibytes(2) };
    const limits = { cpuLimits: Cpu.units(4), memoryLimits: Size.gibibytes(4) };
    new Tenancy(this, 'Demo', {
      ...governed,
      namespace: 'tutorial-demo',
      quota: { ...amounts, ...limits, pods: 10, objects: { services: 5, 'services.nodeports': 0 } },
      podSecurity: 'baseline',
      podSecurityAudit: 'restricted',
      podSecurityWarn: 'restricted',
    });
  }

  /** One for an ingress controller on the network of its nodes, which only the level `privileged` lets in. */
  private ingressNginx(governed: Governed): void {
    new Tenancy(this, 'IngressNginx', {
      ...governed,
      namespace: 'tutorial-ingress-nginx',
      podSecurity: 'privileged',
    });
  }
}
