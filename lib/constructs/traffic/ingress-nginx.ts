import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { IngressNginx } from '../../kubernetes/ingress-provider';
import { k8s } from '../../kubernetes/k8s';
import type { Backend, CanaryRules, TrafficIntent } from './traffic-intent';
import type { Refusal, TrafficProvider } from './traffic-provider';

const ANNOTATION = 'nginx.ingress.kubernetes.io/';

/** What the controller's validator lets through. Anything else it empties without a word, and the rule means another. */
const VALUE = /^[/\-._~a-zA-Z0-9:]+$/;
const PATTERN = /^[A-Za-z0-9/\-._~:^$[\](){}*+?|&=\\]+$/;

/**
 * Ingresses with the annotations of ingress-nginx: the canary is a second Ingress for the same hosts and paths.
 *
 * @source kubernetes/ingress-nginx@dbb11b9 internal/ingress/annotations/{canary/main.go,parser/validators.go}
 */
export function ingressNginx({ className }: IngressNginx): TrafficProvider {
  return {
    refusals: ({ canary }) => (canary ? refusals(canary) : []),
    define: (scope, name, intent) => {
      const stable = ingress(scope, 'Ingress', name, className, intent, intent.stable);
      if (!intent.canary) return [stable];
      const canary = ingress(
        scope,
        'CanaryIngress',
        `${name}-canary`,
        className,
        intent,
        intent.canary.backend,
        annotations(intent.canary),
      );
      return [stable, canary];
    },
    conflicts: sharedBackends,
  };
}

function refusals({ header, headerValue, headerPattern, cookie }: CanaryRules): Refusal[] {
  const found: Refusal[] = [];
  const refuse = (prop: string, got: unknown, rule: string, mend: string) =>
    found.push({ prop: `canary.${prop}`, got, rule, mend });
  const allowed =
    'must be letters, digits and "/-._~:" for ingress-nginx, which empties any other value without a word';
  for (const [prop, got] of Object.entries({ header, headerValue, cookie })) {
    if (got !== undefined && !VALUE.test(got))
      refuse(prop, got, allowed, 'choose a plain value, or the provider gateway-api');
  }
  if (headerPattern !== undefined && !PATTERN.test(headerPattern)) {
    const rule =
      'must have no comma, space, quote or any of "!<>@%#;" for ingress-nginx, which empties such a pattern without a word';
    refuse('headerPattern', headerPattern, rule, 'write it without them, or choose the provider gateway-api');
  }
  return found;
}

function annotations({
  weightPercent,
  header,
  headerValue,
  headerPattern,
  cookie,
}: CanaryRules): Record<string, string> {
  const values = {
    canary: 'true',
    'canary-by-header': header,
    'canary-by-header-value': headerValue,
    'canary-by-header-pattern': headerPattern,
    'canary-by-cookie': cookie,
    'canary-weight': weightPercent?.toString(),
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[ANNOTATION + key, value]])),
  );
}

/** TLS stays with the stable Ingress: on a canary it is ignored. */
function ingress(
  scope: Construct,
  id: string,
  name: string,
  className: string,
  intent: TrafficIntent,
  to: Backend,
  notes?: Record<string, string>,
): ApiObject {
  const backend = { service: { name: to.service, port: { number: to.port } } };
  const paths = intent.paths.map(({ path, type }) => ({ path, pathType: type, backend }));
  const tls = intent.tlsSecret && !notes ? [{ hosts: [...intent.hosts], secretName: intent.tlsSecret }] : undefined;
  return new k8s.KubeIngress(scope, id, {
    metadata: { name, annotations: notes },
    spec: { ingressClassName: className, rules: intent.hosts.map((host) => ({ host, http: { paths } })), tls },
  });
}

/**
 * Other Ingresses that send to this canary's Services. The controller hangs a canary on the stable Service and port, not
 * on host and path: every Ingress that names them would get it too, and a canary Service named elsewhere is lost.
 *
 * @see https://github.com/kubernetes/ingress-nginx/issues/4667 and #9458
 */
function sharedBackends(own: readonly ApiObject[], { stable, canary }: TrafficIntent): string[] {
  const [first] = own;
  if (!canary || !first) return [];
  const others = first.node.root.node
    .findAll()
    .filter((part): part is ApiObject => ApiObject.isApiObject(part) && part.kind === 'Ingress' && !own.includes(part))
    .filter((part) => part.metadata.namespace === first.metadata.namespace);
  const sentence = (prop: string, service: string, other: ApiObject) =>
    `${prop}: invalid value "${service}": must not be served by another Ingress, [${other.node.path}]; give that route a Service of its own`;
  return others.flatMap((other) => {
    const services = servicesOf(other);
    return [
      ...(services.includes(stable.service) ? [sentence('stable', stable.service, other)] : []),
      ...(services.includes(canary.backend.service) ? [sentence('canary', canary.backend.service, other)] : []),
    ];
  });
}

function servicesOf(ingress: ApiObject): string[] {
  const rules: { http?: { paths: { backend: { service?: { name: string } } }[] } }[] =
    ingress.toJson().spec.rules ?? [];
  return rules
    .flatMap(({ http }) => http?.paths ?? [])
    .flatMap(({ backend }) => (backend.service ? [backend.service.name] : []));
}
