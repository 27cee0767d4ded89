import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** A path that is matched as it stands begins at the root. */
export const ingressPath = celRule({
  id: 'ingress-path',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses a path of type Exact or Prefix that is missing, relative, or has // or a dot segment',
  mend: 'begin the path with /, or set pathType to ImplementationSpecific for what the controller reads in its own way',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types',
  misconceptions: [
    {
      claim: 'pathType is Exact or Prefix, and Prefix where it is left out.',
      truth: 'it is required in networking.k8s.io/v1 and has no default; ImplementationSpecific is the third value',
      source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types',
    },
    {
      claim: 'path is required.',
      truth: 'it is for Exact and Prefix; with ImplementationSpecific it may be left out',
      source: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressSpec',
    },
    {
      claim: 'rewrite-target: /$1 on the path /foo/?(.*) sends a request to /foo/ and what follows.',
      truth: '$1 is what the group took: /foo is cut off',
      source: 'https://kubernetes.github.io/ingress-nginx/examples/rewrite/',
    },
    {
      claim: 'rewrite-target: / keeps the controller from sending clients from http to https.',
      truth: 'nginx.ingress.kubernetes.io/ssl-redirect: "false" does; rewrite-target changes the path',
      source: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/',
    },
  ],
  about: [SUBJECT_KINDS.Ingress],
  expression: `
    object.spec.?rules.orValue([]).all(rule, rule.?http.?paths.orValue([]).all(path,
      !(path.?pathType.orValue("") in ["Exact", "Prefix"])
      || (path.?path.orValue("").startsWith("/")
        && !path.path.contains("//") && !path.path.contains("/./") && !path.path.contains("/../")
        && !path.path.endsWith("/.") && !path.path.endsWith("/.."))))`,
  field: 'spec.rules',
  must: 'must have paths that begin with / and have no empty or dotted part, where they are of type Exact or Prefix',
  examples: {
    bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  ingressClassName: nginx
  rules:
    - host: shop.example.com
      http: { paths: [{ path: cart, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
`,
    good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  ingressClassName: nginx
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /cart, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
`,
  },
});
