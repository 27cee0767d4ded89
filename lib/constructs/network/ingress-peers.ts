import type { IngressDialect, IngressProvider } from '../../kubernetes/ingress-provider';
import { NetworkPeer } from './network-peer';

/** Who brings a provider's requests from outside: the Pods of its controller's namespace, or the addresses of a load balancer. */
export function ingressPeers(via: IngressProvider): NetworkPeer[] {
  const dialects: readonly IngressDialect[] = via.provider === 'transition' ? [via.from, via.to] : [via];
  const cidrs = dialects.flatMap((dialect) => (dialect.provider === 'alb' ? dialect.sourceCidrs : []));
  const namespaces = dialects.flatMap((dialect) => (dialect.provider === 'alb' ? [] : dialect.controllerNamespace));
  return [
    ...[...new Set(namespaces)].map((name) => NetworkPeer.namespace(name)),
    ...[...new Set(cidrs)].map((cidr) => NetworkPeer.cidr(cidr)),
  ];
}
