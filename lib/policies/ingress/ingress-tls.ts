import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** What comes from outside is encrypted, where the Ingress says so or its controller is told by an annotation. */
export const ingressTls = celRule({
  id: 'ingress-tls',
  severity: 'warning',
  level: 'production',
  why: 'whoever is on the way reads and changes it',
  mend: 'set tls, with the Secret of the certificate',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  about: [SUBJECT_KINDS.Ingress],
  expression: `
    size(object.spec.?tls.orValue([])) > 0 || object.metadata.?annotations.orValue({}).exists(key,
      key in ["alb.ingress.kubernetes.io/certificate-arn", "networking.gke.io/managed-certificates",
        "ingress.gcp.kubernetes.io/pre-shared-cert", "traefik.ingress.kubernetes.io/router.tls"]
      || (key == "alb.ingress.kubernetes.io/listen-ports" && object.metadata.annotations[key].contains("HTTPS")))`,
  field: 'spec.tls',
  must: 'must be set',
  examples: {
    bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
`,
    good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  tls: [{ hosts: [shop.example.com], secretName: shop-tls }]
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
`,
  },
});
