import type { k8s } from '../../kubernetes/k8s';
import type { NetworkPeer } from './network-peer';
import type { NetworkPort } from './network-port';

/** Peers that are let through at the same ports. */
export interface NetworkOpening {
  readonly peers: readonly NetworkPeer[];
  /** Empty for all of them. */
  readonly ports: readonly NetworkPort[];
}

/**
 * Peers with the same ports together.
 *
 * @param own port of the workload itself, where the peers connect to it. What it connects to is reached without ports at
 *   what it listens on, and at every port where that is not known.
 */
export function networkOpenings(peers: readonly NetworkPeer[], own?: NetworkPort): NetworkOpening[] {
  const byPorts = new Map<string, NetworkOpening>();
  for (const peer of peers) {
    const unsaid = own ?? peer.listensOn;
    const ports = peer.ports ?? (unsaid ? [unsaid] : []);
    const key = JSON.stringify(ports);
    byPorts.set(key, { ports, peers: [...(byPorts.get(key)?.peers ?? []), peer] });
  }
  return [...byPorts.values()];
}

/** An opening for what comes in, as a policy holds it. */
export function ingressRule({ peers, ports }: NetworkOpening): k8s.NetworkPolicyIngressRule {
  return { from: peersManifest(peers), ports: portsManifest(ports) };
}

/** An opening for what goes out, as a policy holds it. */
export function egressRule({ peers, ports }: NetworkOpening): k8s.NetworkPolicyEgressRule {
  return { to: peersManifest(peers), ports: portsManifest(ports) };
}

/** Everybody is said by naming nobody, and takes in the others. */
function peersManifest(peers: readonly NetworkPeer[]): k8s.NetworkPolicyPeer[] | undefined {
  const named = peers.flatMap(({ manifest }) => manifest ?? []);
  return named.length < peers.length ? undefined : named;
}

function portsManifest(ports: readonly NetworkPort[]): k8s.NetworkPolicyPort[] | undefined {
  return ports.length > 0 ? ports.map((port) => port.manifest()) : undefined;
}
