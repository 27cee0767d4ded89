import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** An Ingress sends requests to Services of its own namespace, by their plain names. */
export const ingressBackendName = celRule({
  id: 'ingress-backend-name',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses a name with dots: there is no way to name a Service of another namespace',
  mend: 'move the Ingress to the namespace of the Service; or name a Service of type ExternalName here, whose externalName is NAME.NAMESPACE.svc.cluster.local, where the controller takes one',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  misconceptions: [
    {
      claim: 'An Ingress reaches a Service of another namespace by the name SERVICE.NAMESPACE.',
      truth: 'the name is refused, and a backend is always looked for in the namespace of the Ingress',
      source: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend',
    },
  ],
  about: [SUBJECT_KINDS.Ingress],
  expression: `
    !object.spec.?defaultBackend.?service.?name.orValue("").contains(".")
    && object.spec.?rules.orValue([]).all(rule, rule.?http.?paths.orValue([]).all(path,
      !path.?backend.?service.?name.orValue("").contains(".")))`,
  field: 'spec.rules',
  must: 'must name Services without dots',
  examples: {
    bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  ingressClassName: nginx
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web.other, port: { number: 80 } } } }] }
`,
    good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: other }
spec:
  ingressClassName: nginx
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
`,
  },
});
