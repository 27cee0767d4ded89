import { cidrProblem, isPartOfCidr } from '../../kubernetes/cidr';
import type { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { labelKeyProblem, labelValueProblem } from '../../kubernetes/labels';
import { nameProblem } from '../../kubernetes/names';
import { NetworkPort } from './network-port';

/** The label that every namespace has: its name. */
const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** A workload as a policy finds its Pods. */
export interface PeerWorkload {
  /** Labels that its Pods, and no others, carry. */
  readonly selector: Labels;
  /** Name of the port that it listens on. */
  readonly portName: string;
}

/** Something about a peer that Kubernetes would refuse, with a stable name of the mistake. */
export interface PeerProblem {
  readonly code: 'InvalidName' | 'InvalidLabel' | 'InvalidCidr' | 'OutOfRange';
  readonly got: unknown;
  readonly rule: string;
}

/**
 * Who is at the other end of a connection, and, with `on`, at which ports. Pods in the network of their node are no Pods to a
 * policy: most plugins know them by the address of the node only.
 */
export class NetworkPeer {
  /** The Pods of a workload, in the same namespace or in another. Without `on`: at the port that it listens on. */
  static workload({ selector, portName }: PeerWorkload, namespace?: string): NetworkPeer {
    return NetworkPeer.pods(selector, namespace).ownPort(portName);
  }

  /** Pods with labels, in the same namespace or in another. */
  static pods(labels: Labels, namespace?: string): NetworkPeer {
    const pods = { podSelector: { matchLabels: { ...labels } } };
    if (namespace === undefined) return new NetworkPeer(pods, () => labelsProblem(labels));
    const of = { namespaceSelector: { matchLabels: { [NAMESPACE_NAME]: namespace } } };
    return new NetworkPeer({ ...of, ...pods }, () => namespaceProblem(namespace) ?? labelsProblem(labels));
  }

  /** All Pods of the same namespace. */
  static neighbours(): NetworkPeer {
    return new NetworkPeer({ podSelector: {} }, () => undefined);
  }

  /** All Pods of a namespace. */
  static namespace(name: string): NetworkPeer {
    const labels = { [NAMESPACE_NAME]: name };
    return new NetworkPeer({ namespaceSelector: { matchLabels: labels } }, () => namespaceProblem(name));
  }

  /** All Pods of the namespaces with labels. Whoever may label a namespace may let it in. */
  static namespaces(labels: Labels): NetworkPeer {
    return new NetworkPeer({ namespaceSelector: { matchLabels: { ...labels } } }, () => labelsProblem(labels));
  }

  /**
   * Addresses outside the cluster: `10.0.0.0/24`, or `192.0.2.7/32` for one, but for the blocks in `except`. Pods are named by
   * their labels: their addresses change, and a plugin need not compare them.
   */
  static cidr(cidr: string, { except }: { readonly except?: readonly string[] } = {}): NetworkPeer {
    return new NetworkPeer({ ipBlock: { cidr, except: except && [...except] } }, () => blockProblem(cidr, except));
  }

  /** Everybody: every Pod and every address. */
  static anywhere(): NetworkPeer {
    return new NetworkPeer(undefined, () => undefined);
  }

  private constructor(
    /** The peer as a policy holds it; none for everybody. */
    readonly manifest: k8s.NetworkPolicyPeer | undefined,
    private readonly wrong: () => PeerProblem | undefined,
    /** Ports that were said. */
    readonly ports?: readonly NetworkPort[],
    /** Port that the peer itself listens on, where it is known. */
    readonly listensOn?: NetworkPort,
  ) {}

  /** The same peer at these ports alone. */
  on(...ports: readonly NetworkPort[]): NetworkPeer {
    return new NetworkPeer(this.manifest, this.wrong, ports, this.listensOn);
  }

  /** Why Kubernetes would refuse it, or nothing where it would not. */
  problem(): PeerProblem | undefined {
    const [port] = (this.ports ?? []).flatMap((one) => one.problem() ?? []);
    return this.wrong() ?? (port && { code: 'OutOfRange', ...port });
  }

  private ownPort(name: string): NetworkPeer {
    return new NetworkPeer(this.manifest, this.wrong, undefined, NetworkPort.tcp(name));
  }
}

function namespaceProblem(got: string): PeerProblem | undefined {
  const rule = nameProblem('Namespace', got);
  return rule === undefined ? undefined : { code: 'InvalidName', got, rule };
}

function labelsProblem(labels: Labels): PeerProblem | undefined {
  if (Object.keys(labels).length === 0) {
    return { code: 'InvalidLabel', got: labels, rule: 'must name a label: none would be everybody' };
  }
  for (const [key, value] of Object.entries(labels)) {
    const rule = labelKeyProblem(key) ?? labelValueProblem(value);
    if (rule) return { code: 'InvalidLabel', got: `${key}: ${value}`, rule };
  }
  return undefined;
}

function blockProblem(cidr: string, except: readonly string[] = []): PeerProblem | undefined {
  for (const got of [cidr, ...except]) {
    const rule = cidrProblem(got);
    if (rule) return { code: 'InvalidCidr', got, rule };
  }
  const got = except.find((block) => !isPartOfCidr(block, cidr));
  return got === undefined ? undefined : { code: 'InvalidCidr', got, rule: `must be a part of ${cidr}, not all of it` };
}
