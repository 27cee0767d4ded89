import { grouped } from '../../kubernetes/grouped';
import { ingressBackends } from '../../kubernetes/ingress-backends';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { serviceTargets } from '../../kubernetes/service-targets';
import type { Rule } from '../rule';

/** The port that an Ingress sends requests to is one of the Service. Of a Service that is not among the objects nothing is said. */
export const ingressBackendPort: Rule = {
  id: 'ingress-backend-port',
  severity: 'error',
  level: 'baseline',
  why: 'the Service does not listen there, and requests are answered by an error',
  mend: 'write a port of the Service, by its number or its name',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  examples: {
    bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { defaultBackend: { service: { name: web, port: { number: 8080 } } } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ name: http, port: 80, targetPort: 8080 }] }
`,
    good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { defaultBackend: { service: { name: web, port: { name: http } } } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ name: http, port: 80, targetPort: 8080 }] }
`,
  },
  check: (objects) => {
    const all = objects.filter(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'Service');
    const services = grouped(all, (service) => `${namespaceOf(service)}/${service.metadata.name}`);
    return objects.flatMap((object) =>
      ingressBackends(object).flatMap(({ field, service: name, port }) => {
        const [service] = services.get(`${namespaceOf(object)}/${name}`) ?? [];
        const ports = service ? serviceTargets(service) : [];
        // a Service of type ExternalName may leave its ports out
        if (ports.length === 0 || ports.some((one) => one.port === port || one.name === port)) return [];
        const known = ports.map((one) => [one.port, one.name].filter(Boolean).join(' ')).join(', ');
        const rule = `must be a port of the Service ${name}, which has ${known}`;
        return [{ object, field: `${field}.port`, got: port, rule, mend: 'write one of them' }];
      }),
    );
  },
};
