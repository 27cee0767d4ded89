import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { IngressRoute, type IngressRouteRule, Middleware, type TraefikRef } from '../../../imports/traefik.io';
import type { Traefik } from '../../kubernetes/ingress-provider';
import { canaryDecisions } from './canary-decisions';
import { type Route, type Site, siteName, sitesWithDefaultRoute } from './site';
import { tlsSecrets } from './tls-secrets';
import { traefikMatch } from './traefik-match';
import { httpsMiddleware, type TraefikMiddleware, traefikMiddlewares } from './traefik-middleware';
import { traefikRefusals } from './traefik-refusals';
import { type TraefikServices, traefikServices } from './traefik-services';
import type { TrafficIntent } from './traffic-intent';
import type { TrafficProvider } from './traffic-provider';

/**
 * IngressRoutes of Traefik 3, one for the hosts that have the same paths and certificate; a TraefikService divides by
 * weight, and Middlewares do what the options say. Priorities are written out: left out, the longest rule wins.
 *
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/provider/kubernetes/crd/kubernetes_http.go
 */
export function traefik(values: Traefik): TrafficProvider {
  return {
    refusals: (intent) => traefikRefusals(intent, values),
    define: (scope, name, intent) => define(scope, { name, values, intent }),
    conflicts: () => [],
    routing: (name) => ({
      provider: 'traefik',
      trafficRouting: { traefik: { weightedTraefikServiceName: name } },
      finerThanPercent: false,
      headerRoutes: 'none',
    }),
  };
}

interface RouteMaking {
  readonly name: string;
  readonly values: Traefik;
  readonly intent: TrafficIntent;
}

function define(scope: Construct, making: RouteMaking): ApiObject[] {
  const { name, intent } = making;
  const sites = sitesWithDefaultRoute(intent);
  const services = traefikServices(scope, name, intent);
  const routes = sites.flatMap((site) => site.routes);
  const plain = plainHttpOf(intent);
  const middlewares = traefikMiddlewares(intent, routes);
  const https = plain === 'redirect' ? [httpsMiddleware()] : [];
  const objects = [...middlewares, ...https].map(({ noun, spec }) => {
    return new Middleware(scope, `Middleware-${noun}`, { metadata: { name: `${name}-${noun}` }, spec });
  });
  const secured = sites.flatMap((site) => bySecret(site, intent));
  const ingressRoutes = secured.flatMap((site, at) => {
    const parts = { making, site, services, name: siteName(name, at, site), id: at === 0 ? '' : `-${at + 1}` };
    const own = ingressRoute(scope, { ...parts, middlewares, entryPoint: site.secret ? 'https' : 'http' });
    if (!site.secret) return [own];
    const also = { ...parts, name: `${parts.name}-plain-http`, id: `${parts.id}PlainHttp` };
    const before = plain === 'redirect' ? https : middlewares;
    return [own, ingressRoute(scope, { ...also, middlewares: before, entryPoint: 'http' })];
  });
  return [...ingressRoutes, ...services.objects, ...objects];
}

/** What plain HTTP gets where there is a certificate; nothing where there is none. */
function plainHttpOf({ plainHttp, tlsSecret }: TrafficIntent): 'redirect' | 'serve' | undefined {
  return tlsSecret === undefined ? undefined : (plainHttp ?? 'redirect');
}

interface SecuredSite extends Site {
  readonly secret?: string;
}

/** A site by the certificates of its hosts: an IngressRoute has one. */
function bySecret(site: Site, intent: TrafficIntent): SecuredSite[] {
  const secrets = tlsSecrets(intent);
  if (site.hosts.length === 0) return [{ ...site, secret: secrets[0]?.secret }];
  const of = (host: string) => secrets.find(({ hosts }) => hosts.includes(host))?.secret;
  return [...new Set(site.hosts.map(of))].map((secret) => ({
    routes: site.routes,
    hosts: site.hosts.filter((host) => of(host) === secret),
    secret,
  }));
}

interface IngressRouteParts {
  readonly making: RouteMaking;
  readonly id: string;
  readonly name: string;
  readonly site: SecuredSite;
  readonly services: TraefikServices;
  readonly middlewares: readonly TraefikMiddleware[];
  readonly entryPoint: 'http' | 'https';
}

function ingressRoute(scope: Construct, { id, name, site, entryPoint, ...parts }: IngressRouteParts): IngressRoute {
  const { values, intent, name: owner } = parts.making;
  const refsOf = ({ path }: Route): TraefikRef[] | undefined => {
    const own = parts.middlewares.filter((one) => one.path === undefined || one.path === path);
    return own.length === 0 ? undefined : own.map(({ noun }) => ({ name: `${owner}-${noun}` }));
  };
  const routes = site.routes
    .flatMap((route) => rulesOf(site, route, { intent, services: parts.services }))
    .map(({ route, ...rule }) => ({ kind: 'Rule' as const, ...rule, middlewares: refsOf(route) }));
  return new IngressRoute(scope, `IngressRoute${id}`, {
    metadata: { name },
    spec: {
      entryPoints: [values.entryPoints[entryPoint]],
      routes,
      tls: entryPoint === 'https' && site.secret ? { secretName: site.secret } : undefined,
    },
  });
}

/** Rules of one route: what a header or cookie decides, in its order, then the rest. */
function rulesOf(
  { hosts }: Site,
  route: Route,
  { intent, services }: { readonly intent: TrafficIntent; readonly services: TraefikServices },
): (IngressRouteRule & { readonly route: Route })[] {
  const { canary, stable } = intent;
  if (!route.canaried || !canary || !stable || !services.divided) {
    return [{ ...traefikMatch(hosts, route), services: [services.backend(route.backend)], route }];
  }
  const decisions = canaryDecisions(canary);
  return [
    ...decisions.map((decision, at) => {
      const to = decision.picksCanary ? canary.backend : stable;
      const rank = decisions.length - at;
      return { ...traefikMatch(hosts, route, { decision, rank }), services: [services.backend(to)], route };
    }),
    { ...traefikMatch(hosts, route), services: [services.divided], route },
  ];
}
