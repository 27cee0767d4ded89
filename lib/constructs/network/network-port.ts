import { intOrString } from '../../kubernetes/int-or-string';
import type { k8s } from '../../kubernetes/k8s';
import { portNameProblem } from '../../kubernetes/names';
import { portProblem } from '../../kubernetes/whole-number';

/** What a connection speaks. */
export type NetworkProtocol = 'TCP' | 'UDP' | 'SCTP';

/** A port that is connected to, on the Pod or address at the other end or on the workload's own Pods. */
export class NetworkPort {
  /** By number, or by the name that a container gives it. */
  static tcp(port: number | string): NetworkPort {
    return new NetworkPort('TCP', port);
  }

  /** By number, or by the name that a container gives it. */
  static udp(port: number | string): NetworkPort {
    return new NetworkPort('UDP', port);
  }

  /** By number, or by the name that a container gives it. Not every network plugin knows SCTP. */
  static sctp(port: number | string): NetworkPort {
    return new NetworkPort('SCTP', port);
  }

  /** All ports from the first to the last. A network plugin that knows no ranges opens the first alone. */
  static range(first: number, last: number, protocol: NetworkProtocol = 'TCP'): NetworkPort {
    return new NetworkPort(protocol, first, last);
  }

  private constructor(
    readonly protocol: NetworkProtocol,
    readonly port: number | string,
    readonly last?: number,
  ) {}

  /** Why Kubernetes would refuse it, or nothing where it would not. */
  problem(): { readonly got: number | string; readonly rule: string } | undefined {
    const { port, last } = this;
    const wrong = typeof port === 'string' ? portNameProblem(port) : portProblem(port);
    if (wrong) return { got: port, rule: wrong };
    if (last === undefined) return undefined;
    const rule = portProblem(last) ?? (last < Number(port) ? `must be at least the first (${port})` : undefined);
    return rule === undefined ? undefined : { got: last, rule };
  }

  /** The port as a policy holds it. */
  manifest(): k8s.NetworkPolicyPort {
    return { port: intOrString(this.port), endPort: this.last, protocol: this.protocol };
  }
}
