import type { Manifest } from '../../kubernetes/manifest';
import type { Rule, Violation } from '../rule';

/** Fields that narrow what an object is about, and what it is about where they hold nothing, by kind. */
const NARROWING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Ingress: { host: 'requests to every host', hosts: 'every host' },
  HTTPRoute: { hostnames: 'requests to every host' },
  GRPCRoute: { hostnames: 'requests to every host' },
  NetworkPolicy: {
    from: 'connections from everywhere',
    to: 'connections to everywhere',
    ports: 'every port',
    podSelector: 'every Pod',
  },
  Service: { loadBalancerSourceRanges: 'clients from everywhere' },
};

/**
 * A field that narrows has a value, or is not written at all. At the desk only: an API server reads a key without a value as
 * no key.
 */
export const blankRestriction: Rule = {
  id: 'blank-restriction',
  severity: 'warning',
  level: 'baseline',
  why: 'a key without a value reads like a restriction and is none: everything is meant',
  mend: 'write the value, or take the key out if everything is meant',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules',
  examples: {
    bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  ingressClassName: nginx
  rules:
    - host:
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
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
`,
  },
  check: (objects) =>
    objects.flatMap((object) => {
      const narrowing = NARROWING[object.kind];
      return narrowing ? blanksIn({ value: object.spec, field: 'spec' }, narrowing, object) : [];
    }),
};

interface Place {
  readonly value: unknown;
  readonly field: string;
}

function blanksIn({ value, field }: Place, narrowing: Readonly<Record<string, string>>, object: Manifest): Violation[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = { value: inner, field: Array.isArray(value) ? `${field}[${key}]` : `${field}.${key}` };
    const meant = Array.isArray(value) ? undefined : narrowing[key];
    if (inner !== null || meant === undefined) return blanksIn(place, narrowing, object);
    const rule = `must have a value: without one, ${meant} are meant`;
    return [{ object, field: place.field, got: null, rule, mend: 'write it, or take the key out' }];
  });
}
