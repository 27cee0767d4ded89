import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { everyObject } from '../every-object';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { writtenObject } from '../written-object';
import { CLUSTER_DNS } from './cluster-dns';
import { egressRule, ingressRule, networkOpenings } from './network-opening';
import type { NetworkPeer } from './network-peer';
import { NetworkPort } from './network-port';

/** Props of `NetworkAccess`. */
export interface NetworkAccessProps {
  /** Workload whose connections are allowed. */
  readonly workload: { readonly name: string; readonly selector: Labels; readonly portName: string };

  /**
   * Who may connect to it: at its port, or at those that a peer names with `on`. `'nobody'` closes it in a namespace that
   * is open.
   *
   * @default - nothing is said of it: whoever other policies allow, and everybody where there are none
   */
  readonly allowFrom?: readonly NetworkPeer[] | 'nobody';

  /**
   * What it may connect to: at the ports that a peer names with `on`, at the port of a workload, else at any. `'nowhere'`
   * closes it in a namespace that is open.
   *
   * @default - nothing is said of it: whatever other policies allow, and everything where there are none
   */
  readonly allowTo?: readonly NetworkPeer[] | 'nowhere';

  /**
   * Who allows it the cluster's DNS, which every name that it connects to needs: the `DefaultDeny` of the namespace, or
   * this policy too, in a namespace that has none.
   *
   * @default 'by-default-deny'
   */
  readonly dns?: 'by-default-deny' | 'allowed-here';
}

/** What left-out props become. */
export const DEFAULTS = { dns: 'by-default-deny' } as const;

/**
 * What a workload may be reached by and what it may reach. Policies add up: what one allows no other takes away. Answers to
 * a connection that is allowed need no rule.
 *
 * Defines one NetworkPolicy, named after the workload and the construct id. It holds where the cluster's network plugin
 * enforces policies.
 *
 * @throws InvalidProp `NothingAllowed`, `InvalidName`, `InvalidLabel`, `InvalidCidr`, `OutOfRange`
 * @example
 * new NetworkAccess(this, 'Access', {
 *   workload: web,
 *   allowFrom: [NetworkPeer.namespace('ingress-nginx'), NetworkPeer.workload(shop)],
 *   allowTo: [NetworkPeer.cidr('10.20.0.0/24').on(NetworkPort.tcp(3306))],
 * });
 */
export class NetworkAccess extends Construct {
  /** The policy itself, for what the props do not cover. */
  public readonly policy: k8s.KubeNetworkPolicy;

  constructor(scope: Construct, id: string, props: NetworkAccessProps) {
    super(scope, id);
    const { workload, allowFrom, allowTo, dns } = withDefaults(props, DEFAULTS);
    const [from, to] = [this.peers('allowFrom', allowFrom), this.peers('allowTo', allowTo)];
    if (!from && !to) this.refuseNothing(allowFrom ?? allowTo);

    const names = to?.length && dns === 'allowed-here' ? [CLUSTER_DNS] : [];
    const ingress = from && networkOpenings(from, NetworkPort.tcp(workload.portName)).map(ingressRule);
    const egress = to && networkOpenings([...to, ...names]).map(egressRule);
    this.policy = new k8s.KubeNetworkPolicy(this, 'Policy', {
      metadata: { name: `${workload.name}-${objectName(scope, id)}` },
      spec: {
        podSelector: { matchLabels: { ...workload.selector } },
        policyTypes: [...(ingress ? ['Ingress'] : []), ...(egress ? ['Egress'] : [])],
        ingress: ingress?.length ? ingress : undefined,
        egress: egress?.length ? egress : undefined,
      },
    });
    if (to?.length && dns === 'by-default-deny') this.node.addValidation({ validate: () => this.withoutDns() });
  }

  /** Peers that can be, none for nobody; nothing where nothing is said. */
  private peers(prop: string, given: NetworkAccessProps['allowFrom' | 'allowTo']): readonly NetworkPeer[] | undefined {
    if (given === undefined || typeof given === 'string') return given && [];
    for (const peer of given) {
      const wrong = peer.problem();
      if (wrong) throw new InvalidProp(wrong.code, this, { prop, ...wrong, mend: MENDS[wrong.code] });
    }
    return given.length > 0 ? given : undefined;
  }

  private refuseNothing(got: unknown): never {
    const rule = 'must name somebody, or "allowTo" must';
    const mend = 'leave the construct out where nothing is allowed, or close the workload by "nobody" or "nowhere"';
    throw new InvalidProp('NothingAllowed', this, { prop: 'allowFrom', got, rule, mend });
  }

  /** A policy with egress closes what it does not name, and without DNS no name is found. */
  private withoutDns(): string[] {
    const policies = everyObject(this, 'NetworkPolicy');
    if (policies.some((part) => allowsDns(part, this.policy.metadata.namespace))) return [];
    const rule = 'needs a DefaultDeny in the namespace, which allows DNS';
    const mend = 'add one, a Tenancy has it, or set dns to "allowed-here"';
    return [`dns: invalid value "by-default-deny": ${rule}; ${mend}`];
  }
}

/** Whether an object lets every Pod of a namespace ask DNS. */
function allowsDns(part: ApiObject, namespace: string | undefined): boolean {
  if (part.metadata.namespace !== namespace) return false;
  const { podSelector, egress = [] }: EgressSpec = writtenObject(part).spec;
  const asksDns = egress.some(({ ports = [] }) => ports.some(({ port }) => port === 53));
  return asksDns && Object.keys(podSelector).length === 0;
}

interface EgressSpec {
  readonly podSelector: object;
  readonly egress?: readonly { readonly ports?: readonly { readonly port?: number | string }[] }[];
}

const MENDS = {
  InvalidName: 'give the name of a namespace',
  InvalidLabel: 'give labels that the Pods or namespaces carry',
  InvalidCidr: 'write the first address of the block and its prefix length, such as "10.0.0.0/24"',
  OutOfRange: 'give the port that is connected to',
} as const;
