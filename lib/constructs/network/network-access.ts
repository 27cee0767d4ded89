import { Construct } from 'constructs';
import { cidrProblem } from '../../kubernetes/cidr';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { kebabCase, nameProblem } from '../../kubernetes/names';
import { portProblem } from '../../kubernetes/whole-number';
import { InvalidProp } from '../invalid-prop';

/** Addresses outside the cluster, and the TCP port on them. */
export interface Destination {
  /** CIDR block: `10.0.0.0/24`, or `192.0.2.7/32` for one address. */
  readonly cidr: string;
  readonly port: number;
}

/** Props of `NetworkAccess`. */
export interface NetworkAccessProps {
  /** Workload whose connections are allowed. */
  readonly workload: { readonly name: string; readonly selector: Labels; readonly portName: string };

  /**
   * Namespaces whose Pods may connect to its port.
   *
   * @default - none
   */
  readonly fromNamespaces?: readonly string[];

  /**
   * Addresses outside the cluster that may connect to its port, as CIDR blocks: those of a load balancer.
   *
   * @default - none
   */
  readonly fromCidrs?: readonly string[];

  /**
   * Where its Pods may connect to.
   *
   * @default - nowhere but the DNS that the environment allows
   */
  readonly to?: readonly Destination[];
}

/**
 * What a workload may be reached by and what it may reach, in an environment that denies everything by default.
 *
 * Defines one NetworkPolicy, named after the workload and the construct id.
 *
 * @throws InvalidProp `NothingAllowed`, `InvalidName`, `InvalidCidr`, `OutOfRange`
 * @example new NetworkAccess(this, 'Access', { workload: web, fromNamespaces: ['ingress-nginx'] });
 */
export class NetworkAccess extends Construct {
  /** The policy itself, for what the props do not cover. */
  public readonly policy: k8s.KubeNetworkPolicy;

  constructor(scope: Construct, id: string, props: NetworkAccessProps) {
    super(scope, id);
    const { workload, fromNamespaces = [], fromCidrs = [], to = [] } = props;
    const from = [...fromNamespaces, ...fromCidrs];
    this.requireSomething(from, to);
    for (const namespace of fromNamespaces) this.requireNamespace(namespace);
    for (const cidr of fromCidrs) this.requireCidr('fromCidrs', cidr);
    for (const destination of to) this.requireDestination(destination);
    const policyTypes = [...(from.length > 0 ? ['Ingress'] : []), ...(to.length > 0 ? ['Egress'] : [])];
    this.policy = new k8s.KubeNetworkPolicy(this, 'Policy', {
      metadata: { name: `${workload.name}-${kebabCase(id)}` },
      spec: {
        podSelector: { matchLabels: { ...workload.selector } },
        policyTypes,
        ingress: from.length > 0 ? [fromRule(fromNamespaces, fromCidrs, workload.portName)] : undefined,
        egress: to.length > 0 ? to.map(toRule) : undefined,
      },
    });
  }

  private requireSomething(from: readonly string[], to: readonly Destination[]): void {
    if (from.length + to.length > 0) return;
    throw new InvalidProp('NothingAllowed', this, {
      prop: 'fromNamespaces',
      got: from,
      rule: 'must allow something, or "to" must',
      mend: 'leave the construct out where nothing is allowed',
    });
  }

  private requireNamespace(got: string): void {
    const rule = nameProblem('Namespace', got);
    if (rule)
      throw new InvalidProp('InvalidName', this, {
        prop: 'fromNamespaces',
        got,
        rule,
        mend: 'give the name of a namespace',
      });
  }

  private requireCidr(prop: string, got: string): void {
    const rule = cidrProblem(got);
    if (!rule) return;
    const mend = 'write the first address of the block and its prefix length, such as "10.0.0.0/24"';
    throw new InvalidProp('InvalidCidr', this, { prop, got, rule, mend });
  }

  private requireDestination({ cidr, port }: Destination): void {
    this.requireCidr('to', cidr);
    const rule = portProblem(port);
    if (rule)
      throw new InvalidProp('OutOfRange', this, {
        prop: 'to',
        got: port,
        rule,
        mend: 'give the port that is connected to',
      });
  }
}

function fromRule(names: readonly string[], cidrs: readonly string[], port: string): k8s.NetworkPolicyIngressRule {
  const namespaces = names.map((name) => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
  }));
  return {
    from: [...namespaces, ...cidrs.map((cidr) => ({ ipBlock: { cidr } }))],
    ports: [{ port: k8s.IntOrString.fromString(port), protocol: 'TCP' }],
  };
}

function toRule({ cidr, port }: Destination): k8s.NetworkPolicyEgressRule {
  return { to: [{ ipBlock: { cidr } }], ports: [{ port: k8s.IntOrString.fromNumber(port), protocol: 'TCP' }] };
}
