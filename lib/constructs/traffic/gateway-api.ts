import { type ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { HttpRoute, type HttpRouteMatch, type HttpRouteRule } from '../../../imports/gateway.networking.k8s.io';
import type { GatewayApi } from '../../kubernetes/ingress-provider';
import { type CanaryDecision, canaryDecisions } from './canary-decisions';
import { canaryWeight } from './canary-weight';
import { type GatewayFilters, gatewayFilters, httpsFilters } from './gateway-filters';
import { gatewayRefusals } from './gateway-refusals';
import { referenceGrants } from './reference-grants';
import { type Route, type Site, siteName, sitesWithDefaultRoute } from './site';
import type { Backend, Canary, TrafficIntent } from './traffic-intent';
import type { TrafficProvider } from './traffic-provider';

const GROUP = 'gateway.networking.k8s.io';

/**
 * HTTPRoutes of Gateway API v1, one for the hosts that have the same paths. Every default of the API is written out: left
 * out, Argo CD sees a difference for ever.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export function gatewayApi(values: GatewayApi): TrafficProvider {
  return {
    refusals: (intent) => gatewayRefusals(intent, values),
    define: (scope, name, intent) => define(scope, { name, values, intent }),
    conflicts: () => [],
    routing: (name, intent) => ({
      provider: 'gateway-api',
      trafficRouting: { plugins: { 'argoproj-labs/gatewayAPI': { httpRoutes: steppedRoutes(name, intent) } } },
      finerThanPercent: false,
      headerRoutes: values.headerRegularExpressions ? 'expressions' : 'exact',
    }),
  };
}

/** The HTTPRoutes that have the canary; the others the plugin of Argo Rollouts would not know what to do with. */
function steppedRoutes(name: string, intent: TrafficIntent) {
  return sitesWithDefaultRoute(intent)
    .map((site, at) => ({ canaried: site.routes.some((one) => one.canaried), name: siteName(name, at, site) }))
    .filter(({ canaried }) => canaried)
    .map((one) => ({ name: one.name, useHeaderRoutes: true }));
}

interface RouteMaking {
  readonly name: string;
  readonly values: GatewayApi;
  readonly intent: TrafficIntent;
}

function define(scope: Construct, { name, values, intent }: RouteMaking): ApiObject[] {
  const sites = sitesWithDefaultRoute(intent);
  const byHttpsAlone = intent.plainHttp === 'redirect';
  const routes = sites.flatMap((site, at) => {
    const id = at === 0 ? '' : `-${at + 1}`;
    const named = siteName(name, at, site);
    const parts = { hosts: site.hosts, values };
    const rules = rulesOf(site, intent);
    if (!byHttpsAlone) return [route(scope, `Route${id}`, { ...parts, name: named, rules })];
    const plain = [{ matches: [{ path: EVERY_PATH }], ...httpsFilters() }];
    return [
      route(scope, `Route${id}`, { ...parts, name: named, rules, listener: 'https' }),
      route(scope, `PlainHttpRoute${id}`, { ...parts, name: `${named}-plain-http`, rules: plain, listener: 'http' }),
    ];
  });
  const { canary } = intent;
  const backends = [...sites.flatMap((site) => site.routes.map(({ backend }) => backend)), canary?.backend];
  const namespace = Chart.of(scope).namespace ?? 'default';
  const foreign = backends.flatMap((backend) => backend ?? []);
  return [...routes, ...referenceGrants(scope, { name, namespace, backends: foreign })];
}

interface RouteParts {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly values: GatewayApi;
  readonly rules: readonly HttpRouteRule[];
  /** The one that it attaches to; left out, all of them. */
  readonly listener?: 'http' | 'https';
}

function route(scope: Construct, id: string, { name, hosts, values, rules, listener }: RouteParts): HttpRoute {
  const { gateway } = values;
  const sectionName = listener && gateway.listeners?.[listener];
  return new HttpRoute(scope, id, {
    metadata: { name },
    spec: {
      parentRefs: [{ group: GROUP, kind: 'Gateway', name: gateway.name, namespace: gateway.namespace, sectionName }],
      hostnames: hosts.length === 0 ? undefined : hosts,
      rules,
    },
  });
}

const EVERY_PATH = { type: 'PathPrefix', value: '/' } as const;
const TYPES = { Prefix: 'PathPrefix', Exact: 'Exact', RegularExpression: 'RegularExpression' } as const;

/**
 * Rules in the order of precedence: among matches of the same path, those with a header win over those without, and of
 * equals the first in the list. So each repeats every path, and `never` stands before what would pick the canary.
 */
function rulesOf({ routes }: Site, intent: TrafficIntent): HttpRouteRule[] {
  const filters = gatewayFilters(intent);
  const others = routes.filter((one) => !one.canaried);
  const services = [...new Set(others.map(({ backend }) => backend))];
  const { canary, stable } = intent;
  const canaried = routes.filter((one) => one.canaried);
  return [
    ...(canary && stable && canaried.length > 0 ? canaryRules(canaried, { canary, stable, filters }) : []),
    ...services.map((backend) => {
      const own = others.filter((one) => one.backend === backend);
      return rule(
        own.map((one) => match(one)),
        filters,
        intent.redirect ? [] : [{ ...backend, weight: 1 }],
      );
    }),
  ];
}

interface Division {
  readonly canary: Canary;
  readonly stable: Backend;
  readonly filters: GatewayFilters;
}

function canaryRules(routes: readonly Route[], { canary, stable, filters }: Division): HttpRouteRule[] {
  const { weight, total } = canaryWeight(canary.weightPercent);
  const plain = routes.map((one) => match(one));
  return [
    ...canaryDecisions(canary).map((decision) => {
      const to = decision.picksCanary ? canary.backend : stable;
      return rule(
        routes.map((one) => match(one, decision)),
        filters,
        [{ ...to, weight: 1 }],
      );
    }),
    rule(plain, filters, [
      { ...stable, weight: total - weight },
      { ...canary.backend, weight },
    ]),
  ];
}

function match({ path, type }: Route, decision?: CanaryDecision): HttpRouteMatch {
  const value = type === 'RegularExpression' ? `(?i)^(?:${path}).*$` : path;
  return {
    path: { type: TYPES[type], value },
    headers: decision && [{ type: decision.type, name: decision.header, value: decision.value }],
  };
}

function rule(
  matches: readonly HttpRouteMatch[],
  filters: GatewayFilters,
  to: readonly (Backend & { readonly weight: number })[],
): HttpRouteRule {
  const backendRefs = to.map(({ service, port, namespace, weight }) => ({
    group: '',
    kind: 'Service',
    name: service,
    namespace,
    port: Number(port),
    weight,
  }));
  return { matches, ...filters, backendRefs: backendRefs.length === 0 ? undefined : backendRefs };
}
