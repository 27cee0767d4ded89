import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { IngressNginx } from '../../kubernetes/ingress-provider';
import { k8s } from '../../kubernetes/k8s';
import { expressionHosts } from './expression-hosts';
import { type ExpressionPath, expressionPathOf } from './expression-path';
import { externalServices } from './external-services';
import { type IngressPath, ingressSpec } from './ingress-spec';
import { nginxCanaryAnnotations, nginxOptionAnnotations } from './nginx-annotations';
import { nginxRefusals } from './nginx-refusals';
import { nginxRuleAnnotations } from './nginx-rule-annotations';
import { sharedBackends } from './shared-backends';
import { type Route, sitesOf } from './site';
import { tlsSecrets } from './tls-secrets';
import type { CanaryRules, TrafficIntent } from './traffic-intent';
import type { TrafficProvider } from './traffic-provider';

/**
 * Ingresses with the annotations of ingress-nginx: the canary is a second Ingress for the same hosts and paths. Of TLS and
 * options it says nothing, since the controller ignores them there.
 *
 * @source kubernetes/ingress-nginx@dbb11b9 internal/ingress/annotations/canary/main.go
 */
export function ingressNginx({ className }: IngressNginx): TrafficProvider {
  return {
    refusals: nginxRefusals,
    define: (scope, name, intent) => define(scope, { name, className, intent }),
    conflicts: (own, intent) => [...sharedBackends(own, intent), ...expressionHosts(own)],
    routing: (name, { canary = {} }) => ({
      provider: 'ingress-nginx',
      trafficRouting: { nginx: { stableIngress: name, additionalIngressAnnotations: ruleAnnotations(canary) } },
      finerThanPercent: true,
      headerRoutes: 'none',
    }),
  };
}

/** Nothing where there are no rules: the API drops an empty record. */
function ruleAnnotations(canary: CanaryRules): Readonly<Record<string, string>> | undefined {
  const given = Object.entries(nginxRuleAnnotations(canary)).flatMap(([key, value]) => (value ? [[key, value]] : []));
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

interface IngressMaking {
  readonly name: string;
  readonly className: string;
  readonly intent: TrafficIntent;
}

function define(scope: Construct, { name, className, intent }: IngressMaking): ApiObject[] {
  const { canary, defaultBackend } = intent;
  const sites = sitesOf(intent);
  const routes = sites.flatMap((site) => site.routes);
  const expressions = expressionPathOf(routes, intent);
  const backends = [...routes.map(({ backend }) => backend), canary?.backend, defaultBackend];
  const services = externalServices(
    scope,
    name,
    backends.flatMap((backend) => backend ?? []),
  );
  const spec = (pick: (route: Route) => readonly Route[]) => ({
    className,
    sites: sites.map((site) => ({
      hosts: site.hosts,
      paths: site.routes.flatMap(pick).map((route) => ingressPath(route, services.local(route.backend), expressions)),
    })),
  });
  const first = new k8s.KubeIngress(scope, 'Ingress', {
    metadata: { name, annotations: nginxOptionAnnotations(intent, expressions) },
    spec: ingressSpec({
      ...spec((route) => [route]),
      secrets: tlsSecrets(intent),
      defaultBackend: defaultBackend && services.local(defaultBackend),
    }),
  });
  // the controller of a Rollout makes the canary's Ingress itself, and takes it away
  if (!canary || canary.weightPercent === 'stepped') return [first, ...services.objects];
  const parts = spec((route) => (route.canaried ? [{ ...route, backend: canary.backend }] : []));
  const second = new k8s.KubeIngress(scope, 'CanaryIngress', {
    metadata: { name: `${name}-canary`, annotations: nginxCanaryAnnotations(canary) },
    spec: ingressSpec({ ...parts, sites: parts.sites.filter(({ paths }) => paths.length > 0), secrets: [] }),
  });
  return [first, second, ...services.objects];
}

function ingressPath(route: Route, backend: Route['backend'], expressions: ExpressionPath | undefined): IngressPath {
  const { path, type } = route;
  if (type !== 'RegularExpression' && !expressions) return { path, pathType: type, backend };
  return { path: expressions?.path(route) ?? path, pathType: 'ImplementationSpecific', backend };
}
