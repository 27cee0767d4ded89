import type { GatewayApi, IngressDialect } from '../../kubernetes/ingress-provider';
import type { Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldList, manifestFieldText } from '../../kubernetes/manifest-field';
import { isRoute } from './is-route';

/** Controllers of Ingresses, as their IngressClass names them. */
const CONTROLLERS = { 'ingress-nginx': 'k8s.io/ingress-nginx', alb: 'ingress.k8s.alibabacloud/alb' } as const;

/** Some manifests as the proxy of one dialect sees them: without the routes of others, and with what was installed with it. */
export function dialectManifests(manifests: readonly Manifest[], dialect: IngressDialect): Manifest[] {
  return [...manifests.filter((one) => !isRoute(one) || isOf(dialect, one)), ...installed(dialect)];
}

function isOf(dialect: IngressDialect, route: Manifest): boolean {
  switch (dialect.provider) {
    case 'ingress-nginx':
    case 'alb':
      return route.kind === 'Ingress' && manifestField(route, 'spec.ingressClassName') === dialect.className;
    case 'gateway-api':
      return (
        route.kind === 'HTTPRoute' && manifestFieldList(route, 'spec.parentRefs').some((ref) => isGateway(ref, dialect))
      );
    case 'traefik':
      return route.kind === 'IngressRoute';
    case 'istio': {
      const { namespace, name } = dialect.gateway;
      return (
        route.kind === 'VirtualService' && manifestFieldList(route, 'spec.gateways').includes(`${namespace}/${name}`)
      );
    }
  }
}

function isGateway(ref: unknown, { gateway }: GatewayApi): boolean {
  return manifestFieldText(ref, 'name') === gateway.name && manifestFieldText(ref, 'namespace') === gateway.namespace;
}

function installed(dialect: IngressDialect): Manifest[] {
  if (dialect.provider === 'gateway-api') return dialect.gateway.listeners ? [gatewayOf(dialect)] : [];
  if (dialect.provider !== 'ingress-nginx' && dialect.provider !== 'alb') return [];
  const metadata = { name: dialect.className };
  const spec = { controller: CONTROLLERS[dialect.provider] };
  return [{ apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass', metadata, spec }];
}

function gatewayOf({ gateway }: GatewayApi): Manifest {
  const { name, namespace, listeners } = gateway;
  const listener = (called: string | undefined, protocol: string, port: number) => ({
    name: called,
    protocol,
    port,
    allowedRoutes: { namespaces: { from: 'All' } },
  });
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name, namespace },
    spec: { listeners: [listener(listeners?.http, 'HTTP', 80), listener(listeners?.https, 'HTTPS', 443)] },
  };
}
