import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { ENVIRONMENT_LABEL, type Labels } from '../../kubernetes/labels';
import { DefaultDeny } from '../network/default-deny';
import { withDefaults } from '../with-defaults';
import { limitRangeItems } from './limit-range-items';
import { quotaQuantities } from './quota-quantities';
import { requireSoundTenancy } from './require-sound-tenancy';
import { ScopedQuota } from './scoped-quota';
import { DEFAULTS, type TenancyProps } from './tenancy-props';

/**
 * A namespace and what governs it: Pod Security, a quota, sizes of containers, and a network that is closed.
 *
 * Defines a Namespace, a ResourceQuota, a LimitRange, the NetworkPolicy of `DefaultDeny`, and a `ScopedQuota` for each of
 * `scopedQuotas`.
 *
 * @throws InvalidProp `InvalidName`, `InvalidVersion`, `InvalidQuota`, `RequestAboveLimit`, `LimitAboveMax`, `RequestBelowMin`,
 *   `MinAboveMax`, `NoBound`, and as `ScopedQuota` does
 * @example new Tenancy(this, 'Dev', { ...env, environment: env.name, kubernetesVersion: env.cluster.kubernetesVersion });
 */
export class Tenancy extends Construct {
  /** The namespace itself. */
  public readonly namespace: k8s.KubeNamespace;
  public readonly quota: k8s.KubeResourceQuota;
  public readonly limits: k8s.KubeLimitRange;
  /** What closes the network. */
  public readonly network: DefaultDeny;
  /** What some of its Pods may use, by name. */
  public readonly scopedQuotas: Readonly<Record<string, ScopedQuota>>;

  constructor(scope: Construct, id: string, props: TenancyProps) {
    super(scope, id);
    const { namespace, environment, quota, scopedQuotas = {} } = props;
    requireSoundTenancy(this, props);
    const labels = { [ENVIRONMENT_LABEL]: environment };
    this.namespace = new k8s.KubeNamespace(this, 'Namespace', {
      metadata: { name: namespace, labels: { ...labels, ...podSecurityLabels(props) }, annotations: ASK_FIRST },
    });
    this.quota = new k8s.KubeResourceQuota(this, 'Quota', {
      metadata: { name: 'quota', namespace, labels },
      spec: { hard: quotaQuantities(quota) },
    });
    const scoped = Object.entries(scopedQuotas).map(([name, amounts]): [string, ScopedQuota] => [
      name,
      new ScopedQuota(this, `Quota-${name}`, { ...amounts, name: `quota-${name}`, namespace, labels }),
    ]);
    this.scopedQuotas = Object.fromEntries(scoped);
    this.limits = new k8s.KubeLimitRange(this, 'Limits', {
      metadata: { name: 'limits', namespace, labels },
      spec: { limits: limitRangeItems(props) },
    });
    this.network = new DefaultDeny(this, 'Network', { namespace, labels });
  }
}

/** With a namespace goes everything in it, so Argo CD deletes none before somebody has agreed. */
const ASK_FIRST = { 'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm' };

/** @see https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces */
function podSecurityLabels(props: TenancyProps): Labels {
  const { podSecurity: enforce, podSecurityAudit, podSecurityWarn, kubernetesVersion } = withDefaults(props, DEFAULTS);
  const levels = { enforce, audit: podSecurityAudit ?? enforce, warn: podSecurityWarn ?? enforce };
  return Object.fromEntries(
    Object.entries(levels).flatMap(([mode, level]) => [
      [`pod-security.kubernetes.io/${mode}`, level],
      [`pod-security.kubernetes.io/${mode}-version`, `v${kubernetesVersion}`],
    ]),
  );
}
