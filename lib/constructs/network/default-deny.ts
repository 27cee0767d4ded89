import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';

/** Props of `DefaultDeny`. */
export interface DefaultDenyProps {
  /** Namespace whose Pods are closed. */
  readonly namespace: string;

  /**
   * Labels of the policy.
   *
   * @default - the chart's
   */
  readonly labels?: Labels;
}

/** Namespace that a cluster's DNS runs in. */
const DNS_NAMESPACE = 'kube-system';

/**
 * Closes every Pod of a namespace to every connection, in and out, but to the cluster's DNS. What a workload needs beyond
 * that is said by a `NetworkAccess` of its own: policies add up.
 *
 * Defines one NetworkPolicy, `default-deny`. It holds where the cluster's network plugin enforces policies.
 *
 * @example new DefaultDeny(this, 'Network', { namespace: 'prod' });
 */
export class DefaultDeny extends Construct {
  /** The policy itself, for what the props do not cover. */
  public readonly policy: k8s.KubeNetworkPolicy;

  constructor(scope: Construct, id: string, { namespace, labels }: DefaultDenyProps) {
    super(scope, id);
    const dns = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': DNS_NAMESPACE } } };
    const ports = ['UDP', 'TCP'].map((protocol) => ({ port: k8s.IntOrString.fromNumber(53), protocol }));
    this.policy = new k8s.KubeNetworkPolicy(this, 'Policy', {
      metadata: { name: 'default-deny', namespace, labels: { ...labels } },
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'], egress: [{ to: [dns], ports }] },
    });
  }
}
