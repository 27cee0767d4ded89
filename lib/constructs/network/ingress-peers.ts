import type { IngressDialect, IngressProvider } from '../../kubernetes/ingress-provider';
import { NetworkPeer } from './network-peer';

/**
 * Who brings requests from outside: the Pods of the namespaces of controllers, and the addresses of load balancers.
 *
 * @param via one provider, or several, of which each peer is named once
 */
export function ingressPeers(via: IngressProvider | readonly IngressProvider[]): NetworkPeer[] {
  const dialects = [via].flat().flatMap(dialectsOf);
  const cidrs = dialects.flatMap((dialect) => (dialect.provider === 'alb' ? dialect.sourceCidrs : []));
  const namespaces = dialects.flatMap((dialect) => (dialect.provider === 'alb' ? [] : dialect.controllerNamespace));
  return [
    ...[...new Set(namespaces)].map((name) => NetworkPeer.namespace(name)),
    ...[...new Set(cidrs)].map((cidr) => NetworkPeer.cidr(cidr)),
  ];
}

function dialectsOf(via: IngressProvider): IngressDialect[] {
  return via.provider === 'transition' ? [via.from, via.to] : [via];
}
