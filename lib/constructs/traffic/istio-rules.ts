import type {
  HttpMatchRequest,
  HttpRouteDestination,
  StringMatch,
  VirtualServiceRule,
} from '../../../imports/networking.istio.io';
import { CLUSTER_DOMAIN, serviceDnsName } from '../../kubernetes/service-dns';
import { type CanaryDecision, canaryDecisions } from './canary-decisions';
import { canaryWeight } from './canary-weight';
import { istioOptions } from './istio-options';
import { type Route, type Site, specificFirst } from './site';
import type { Backend, TrafficIntent } from './traffic-intent';

/**
 * Rules of a VirtualService, of which the first that matches decides: longer paths before shorter ones, and of each path the
 * decisions of a canary before the rest. So what takes every path comes last.
 *
 * @param namespace that of the VirtualService, which its Services are in where they name none
 */
export function istioRules({ routes }: Site, intent: TrafficIntent, namespace: string): VirtualServiceRule[] {
  const stepped = intent.canary?.weightPercent === 'stepped';
  return [...routes].sort(specificFirst).flatMap((route, at) => {
    const rules = rulesOf(route, intent, namespace);
    // Argo Rollouts finds the weights by the names of the rules
    return rules.map((rule) => (stepped && rule.route?.length === 2 ? { name: `stepped-${at + 1}`, ...rule } : rule));
  });
}

function rulesOf(route: Route, intent: TrafficIntent, namespace: string): VirtualServiceRule[] {
  const { canary, stable, redirect } = intent;
  const options = istioOptions(intent, route);
  const to = (backend: Backend, weight?: number) => destination(backend, namespace, weight);
  if (redirect) return [{ match: matches(route), ...options }];
  if (!route.canaried || !canary || !stable) return [{ match: matches(route), ...options, route: [to(route.backend)] }];
  const { weight, total } = canaryWeight(canary.weightPercent);
  return [
    ...canaryDecisions(canary).map((decision) => ({
      match: matches(route, decision),
      ...options,
      route: [to(decision.picksCanary ? canary.backend : stable)],
    })),
    { match: matches(route), ...options, route: [to(stable, total - weight), to(canary.backend, weight)] },
  ];
}

function destination(
  { service, port, namespace: own }: Backend,
  namespace: string,
  weight?: number,
): HttpRouteDestination {
  const host = serviceDnsName({ service, namespace: own ?? namespace, clusterDomain: CLUSTER_DOMAIN });
  return { destination: { host, port: { number: Number(port) } }, weight };
}

function matches(route: Route, decision?: CanaryDecision): HttpMatchRequest[] {
  return paths(route).map((uri) => ({ uri, headers: decision && headers(decision) }));
}

/** Its keys must be in lower case: it takes others, and never meets them. */
function headers({ header, type, value }: CanaryDecision): Readonly<Record<string, StringMatch>> {
  return { [header.toLowerCase()]: type === 'Exact' ? { exact: value } : { regex: value } };
}

/** A path of the intent in Istio's words: its prefixes count letters, not segments, and its expressions meet all of the path. */
function paths({ path, type }: Pick<Route, 'path' | 'type'>): StringMatch[] {
  if (type === 'Exact') return [{ exact: path }];
  if (type === 'RegularExpression') return [{ regex: `(?i)(?:${path}).*` }];
  const whole = path.replace(/\/$/, '');
  return whole === '' ? [{ prefix: '/' }] : [{ exact: whole }, { prefix: `${whole}/` }];
}
