import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { IngressNginx } from '../../kubernetes/ingress-provider';
import { k8s } from '../../kubernetes/k8s';
import { sharedBackends } from './shared-backends';
import type { Backend, CanaryRules, HttpPath, TrafficIntent } from './traffic-intent';
import type { Refusal, TrafficProvider } from './traffic-provider';

const ANNOTATION = 'nginx.ingress.kubernetes.io/';

/** What the controller's validator lets through. Anything else it empties without a word, and the rule means another. */
const VALUE = /^[/\-._~a-zA-Z0-9:]+$/;
/** Paths of type Prefix and Exact. @source internal/ingress/inspector/rules.go */
const PATH = /^\/[A-Za-z0-9._\-/]*$/;
const PATTERN = /^[A-Za-z0-9/\-._~:^$[\](){}*+?|&=\\]+$/;

/**
 * Ingresses with the annotations of ingress-nginx: the canary is a second Ingress for the same hosts and paths.
 *
 * @source kubernetes/ingress-nginx@dbb11b9 internal/ingress/annotations/{canary/main.go,parser/validators.go}
 */
export function ingressNginx({ className }: IngressNginx): TrafficProvider {
  return {
    refusals: ({ canary, paths }) => [...paths.flatMap(pathRefusal), ...(canary ? canaryRefusals(canary) : [])],
    define: (scope, name, intent) => {
      const { stable, canary } = intent;
      const first = ingress(scope, { id: 'Ingress', name, className, intent, to: stable });
      if (!canary) return [first];
      const second = { id: 'CanaryIngress', name: `${name}-canary`, className, intent, to: canary.backend };
      return [first, ingress(scope, { ...second, annotations: canaryAnnotations(canary) })];
    },
    conflicts: sharedBackends,
  };
}

function pathRefusal({ path: got }: HttpPath): Refusal[] {
  if (PATH.test(got)) return [];
  const mend = 'choose a plain path, or the provider gateway-api';
  return [
    {
      prop: 'paths',
      got,
      rule: 'must be letters, digits and "/-._" for ingress-nginx, which ignores the Ingress',
      mend,
    },
  ];
}

function canaryRefusals({ header, headerValue, headerPattern, cookie }: CanaryRules): Refusal[] {
  const plain = Object.entries({ header, headerValue, cookie }).flatMap(([prop, got]) =>
    got === undefined || VALUE.test(got) ? [] : [{ prop: `canary.${prop}`, got, ...NOT_PLAIN }],
  );
  if (headerPattern === undefined || PATTERN.test(headerPattern)) return plain;
  return [...plain, { prop: 'canary.headerPattern', got: headerPattern, ...NOT_ALLOWED_IN_PATTERN }];
}

const NOT_PLAIN = {
  rule: 'must be letters, digits and "/-._~:" for ingress-nginx, which empties any other value without a word',
  mend: 'choose a plain value, or the provider gateway-api',
};

const NOT_ALLOWED_IN_PATTERN = {
  rule: 'must have no comma, space, quote or any of "!<>@%#;" for ingress-nginx, which empties such a pattern without a word',
  mend: 'write it without them, or choose the provider gateway-api',
};

function canaryAnnotations({
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

/** One Ingress of an intent. */
interface IngressParts {
  readonly id: string;
  readonly name: string;
  readonly className: string;
  readonly intent: TrafficIntent;
  readonly to: Backend;
  /** Those of a canary. */
  readonly annotations?: Record<string, string>;
}

/** TLS stays with the stable Ingress: on a canary it is ignored. */
function ingress(scope: Construct, { id, name, className, intent, to, annotations }: IngressParts): ApiObject {
  const backend = { service: { name: to.service, port: { number: to.port } } };
  const paths = intent.paths.map(({ path, type }) => ({ path, pathType: type, backend }));
  const tls =
    intent.tlsSecret && !annotations ? [{ hosts: [...intent.hosts], secretName: intent.tlsSecret }] : undefined;
  return new k8s.KubeIngress(scope, id, {
    metadata: { name, annotations },
    spec: { ingressClassName: className, rules: intent.hosts.map((host) => ({ host, http: { paths } })), tls },
  });
}
