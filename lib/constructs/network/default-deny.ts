import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { withDefaults } from '../with-defaults';
import { CLUSTER_DNS } from './cluster-dns';
import { egressRule, networkOpenings } from './network-opening';

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

  /**
   * Which connections are closed: those to its Pods, those from them, or both. DNS goes out all the same.
   *
   * @default 'both'
   */
  readonly closes?: 'incoming' | 'outgoing' | 'both';
}

/** What left-out props become. */
export const DEFAULTS = { closes: 'both' } as const;

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

  constructor(scope: Construct, id: string, props: DefaultDenyProps) {
    super(scope, id);
    const { namespace, labels, closes } = withDefaults(props, DEFAULTS);
    const incoming = closes === 'outgoing' ? [] : ['Ingress'];
    const outgoing = closes === 'incoming' ? [] : ['Egress'];
    this.policy = new k8s.KubeNetworkPolicy(this, 'Policy', {
      metadata: { name: 'default-deny', namespace, labels: { ...labels } },
      spec: {
        podSelector: {},
        policyTypes: [...incoming, ...outgoing],
        egress: outgoing.length > 0 ? networkOpenings([CLUSTER_DNS]).map(egressRule) : undefined,
      },
    });
  }
}
