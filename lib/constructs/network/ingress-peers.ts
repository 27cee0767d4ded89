import type { IngressProvider } from '../../kubernetes/ingress-provider';
import { NetworkPeer } from './network-peer';

/** Who brings a provider's requests from outside: the Pods of its controller's namespace, or the addresses of a load balancer. */
export function ingressPeers(via: IngressProvider): NetworkPeer[] {
  if (via.provider !== 'alb') return [NetworkPeer.namespace(via.controllerNamespace)];
  return via.sourceCidrs.map((cidr) => NetworkPeer.cidr(cidr));
}
