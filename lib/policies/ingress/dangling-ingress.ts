import { ingressBackends } from '../../kubernetes/ingress-backends';
import { namespaceOf } from '../../kubernetes/namespace-of';
import type { Rule } from '../rule';

/** Services that an Ingress sends requests to are there. Where no Service is among the objects, they come from elsewhere, and nothing is said. */
export const danglingIngress: Rule = {
  id: 'dangling-ingress',
  severity: 'warning',
  level: 'baseline',
  why: 'requests are answered by an error; or the Service comes from elsewhere, which cannot be seen here',
  mend: 'name a Service of the same namespace',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  examples: {
    bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { defaultBackend: { service: { name: api, port: { number: 80 } } } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ port: 80 }] }
`,
    good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ port: 80 }] }
`,
  },
  check: (objects) => {
    const services = objects.filter(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'Service');
    const there = new Set(services.map((service) => `${namespaceOf(service)}/${service.metadata.name}`));
    if (there.size === 0) return [];
    return objects.flatMap((object) =>
      ingressBackends(object)
        .filter(({ service }) => !there.has(`${namespaceOf(object)}/${service}`))
        .map(({ field, service }) => {
          const rule = `must name a Service of the namespace ${namespaceOf(object)}`;
          return { object, field: `${field}.name`, got: service, rule, mend: 'name one that is there' };
        }),
    );
  },
};
