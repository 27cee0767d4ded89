import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Alb } from '../../kubernetes/ingress-provider';
import { k8s } from '../../kubernetes/k8s';
import { type AlbCanaryRule, albCanaryAnnotations, albOptionAnnotations } from './alb-annotations';
import { albRefusals } from './alb-refusals';
import { type ExpressionPath, expressionPathOf } from './expression-path';
import { type IngressPath, ingressSpec } from './ingress-spec';
import { isCookieRule } from './is-cookie-rule';
import { type Route, sitesWithDefaultRoute, specificFirst } from './site';
import { tlsSecrets } from './tls-secrets';
import type { Canary, TrafficIntent } from './traffic-intent';
import type { TrafficProvider } from './traffic-provider';

/**
 * Ingresses with the annotations of ALB: a canary has one for each way to decide. Rules are asked in the order of their
 * Ingresses' names, and within one in the order of its paths, until one matches; so what a header or cookie decides is
 * named to come first, and longer paths stand before shorter ones. `order` is left out: it must be unique in the whole
 * load balancer.
 *
 * @see https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/advanced-alb-ingress-configurations
 */
export function alb({ className }: Alb): TrafficProvider {
  return {
    refusals: albRefusals,
    define: (scope, name, intent) => define(scope, { name, className, intent }),
    conflicts: () => [],
  };
}

interface IngressMaking {
  readonly name: string;
  readonly className: string;
  readonly intent: TrafficIntent;
}

interface NamedRule {
  readonly id: string;
  readonly name: string;
  readonly rule: AlbCanaryRule;
}

function define(scope: Construct, making: IngressMaking): ApiObject[] {
  const { name, intent } = making;
  const { canary } = intent;
  const first = ingress(scope, { ...making, id: 'Ingress', pick: (route) => [route] });
  if (!canary) return [first];
  const toCanary = (route: Route) => (route.canaried ? [{ ...route, backend: canary.backend }] : []);
  const others = canaryRules(name, canary).map((one) => ingress(scope, { ...making, ...one, pick: toCanary }));
  return [first, ...others];
}

/** A digit sorts before the letters that other Ingresses of the namespace begin with, and the rules in their order. */
function canaryRules(name: string, { rules = [], weightPercent }: Canary): NamedRule[] {
  const digits = String(rules.length).length;
  const byRule = rules.map((rule, at) => {
    const noun = isCookieRule(rule) ? 'cookie' : 'header';
    const place = String(at + 1).padStart(digits, '0');
    return { id: `RuleIngress-${at + 1}`, name: `0-${name}-canary-${place}-${noun}`, rule };
  });
  if (weightPercent === undefined) return byRule;
  return [...byRule, { id: 'WeightIngress', name: `${name}-canary`, rule: { weightPercent } }];
}

interface IngressParts extends IngressMaking {
  readonly id: string;
  readonly pick: (route: Route) => readonly Route[];
  readonly rule?: AlbCanaryRule;
}

function ingress(scope: Construct, { id, name, className, intent, pick, rule }: IngressParts): ApiObject {
  const sites = sitesWithDefaultRoute(intent).map((site) => ({ ...site, routes: site.routes.flatMap(pick) }));
  const routes = sites.flatMap((site) => site.routes);
  const expressions = expressionPathOf(routes, intent);
  const services = [...new Set(routes.map(({ backend }) => backend.service))];
  const options = albOptionAnnotations(intent, expressions, services);
  const annotations = { ...options, ...(rule ? albCanaryAnnotations(rule) : {}) };
  const pathOf = (route: Route) => ingressPath(route, expressions, intent);
  return new k8s.KubeIngress(scope, id, {
    metadata: { name, annotations: Object.keys(annotations).length === 0 ? undefined : annotations },
    spec: ingressSpec({
      className,
      sites: sites
        .filter((site) => site.routes.length > 0)
        .map((site) => ({ hosts: site.hosts, paths: [...site.routes].sort(specificFirst).map(pathOf) })),
      secrets: tlsSecrets(intent),
    }),
  });
}

/** ALB reads paths of type Prefix as regular expressions, where it is told to. */
function ingressPath(route: Route, expressions: ExpressionPath | undefined, { redirect }: TrafficIntent): IngressPath {
  const { path, type } = route;
  const backend = redirect ? { service: route.backend.service, port: 'use-annotation' } : route.backend;
  if (type === 'Exact' && !expressions) return { path, pathType: 'Exact', backend };
  return { path: expressions?.path(route) ?? path, pathType: 'Prefix', backend };
}
