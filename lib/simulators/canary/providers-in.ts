import { groupOf } from '../../kubernetes/identity';
import type { Manifest } from '../../kubernetes/manifest';
import { ingressesFor } from './ingress';
import type { Provider } from './providers';

/** Kinds that routes are made of, with the group that they are of and the proxy that is for them. */
const KINDS: readonly (readonly [kind: string, group: string, provider: Provider])[] = [
  ['HTTPRoute', 'gateway.networking.k8s.io', 'gateway-api'],
  ['IngressRoute', 'traefik.io', 'traefik'],
  ['VirtualService', 'networking.istio.io', 'istio'],
];

/** The proxies that some manifests have routes for. Who reads Ingresses is told by their class: ALB, or ingress-nginx. */
export function providersIn(manifests: readonly Manifest[]): Provider[] {
  const byKind = KINDS.filter(([kind, group]) =>
    manifests.some((one) => one.kind === kind && groupOf(one.apiVersion) === group),
  );
  return [
    ...(ingressesFor('nginx', manifests).length > 0 ? (['ingress-nginx'] as const) : []),
    ...byKind.map(([, , provider]) => provider),
    ...(ingressesFor('alb', manifests).length > 0 ? (['alb'] as const) : []),
  ];
}
