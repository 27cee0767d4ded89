import type { Manifest } from '../../kubernetes/manifest';
import { manifestFieldList, manifestFieldText } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import type { Rule } from '../rule';

const CANARY = 'nginx.ingress.kubernetes.io/canary';

/**
 * A canary of ingress-nginx shares host and path with an Ingress that is none. Where the namespace has no Ingress but
 * canaries among the objects, the others come from elsewhere, and nothing is said.
 */
export const canaryHost: Rule = {
  id: 'canary-host',
  severity: 'warning',
  level: 'baseline',
  why: 'the controller adds a canary to the Ingress of the same host and path; where there is none, it gets no request',
  mend: 'write the host and the path of the Ingress that it is a canary of',
  source: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary',
  misconceptions: [
    {
      claim: 'With canary-by-header: Region, the values always and never decide, whatever else is set.',
      truth: 'once canary-by-header-value or -pattern is set, always and never are values like others',
      source: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary',
    },
    {
      claim: 'With canary-by-header-value: sz, any other value keeps a request from the canary.',
      truth: 'other values go on to the next rule: the cookie, then the weight',
      source: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary',
    },
    {
      claim: 'canary-by-header-pattern adds to canary-by-header-value.',
      truth: 'it is a regular expression, and not read where canary-by-header-value is set',
      source: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary',
    },
  ],
  examples: {
    bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  ingressClassName: nginx
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-canary
  namespace: shop
  annotations: { nginx.ingress.kubernetes.io/canary: "true", nginx.ingress.kubernetes.io/canary-weight: "10" }
spec:
  ingressClassName: nginx
  rules:
    - host: www.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: next, port: { number: 80 } } } }] }
`,
    good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  ingressClassName: nginx
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-canary
  namespace: shop
  annotations: { nginx.ingress.kubernetes.io/canary: "true", nginx.ingress.kubernetes.io/canary-weight: "10" }
spec:
  ingressClassName: nginx
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: next, port: { number: 80 } } } }] }
`,
  },
  check: (objects) => {
    const ingresses = objects.filter(({ kind }) => kind === 'Ingress');
    const mains = ingresses.filter((ingress) => !isCanary(ingress)).flatMap(routesOf);
    return ingresses.filter(isCanary).flatMap((object) =>
      routesOf(object).flatMap((route) => {
        const beside = mains.filter(({ namespace, by }) => namespace === route.namespace && by === route.by);
        const isServed = beside.some(({ host, path }) => host === route.host && path === route.path);
        if (beside.length === 0 || isServed) return [];
        const { field, host, path } = route;
        const rule = `must be a host for whose path ${path} there is an Ingress of this class that is no canary`;
        return [{ object, field, got: host || undefined, rule, mend: `write ${likest(route, beside)}` }];
      }),
    );
  },
};

/** A host and a path that an Ingress answers for. */
interface Route {
  readonly namespace: string;
  /** Class of the controller. */
  readonly by: string;
  readonly field: string;
  /** Empty for every host. */
  readonly host: string;
  readonly path: string;
}

function isCanary({ metadata }: Manifest): boolean {
  return String(metadata.annotations?.[CANARY]) === 'true';
}

function routesOf(ingress: Manifest): Route[] {
  const { annotations } = ingress.metadata;
  return manifestFieldList(ingress, 'spec.rules').flatMap((rule, index) =>
    manifestFieldList(rule, 'http.paths').map((entry) => ({
      namespace: namespaceOf(ingress),
      by: manifestFieldText(ingress, 'spec.ingressClassName') ?? annotations?.['kubernetes.io/ingress.class'] ?? '',
      field: `spec.rules[${index}].host`,
      host: manifestFieldText(rule, 'host') ?? '',
      path: manifestFieldText(entry, 'path') ?? '/',
    })),
  );
}

/** The host and path that was most likely meant: of the same host, or of one that begins or ends most alike. */
function likest(meant: Route, routes: readonly Route[]): string {
  const [best] = [...routes].sort((a, b) => likeness(b.host, meant.host) - likeness(a.host, meant.host));
  return `the host ${best?.host || '(none, for every host)'} and the path ${best?.path}`;
}

function likeness(host: string, other: string): number {
  const labels = other.split('.');
  return host.split('.').filter((label) => labels.includes(label)).length;
}
