import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** No Ingress writes into the configuration of nginx. */
export const nginxSnippets = celRule({
  id: 'nginx-snippets',
  severity: 'error',
  level: 'production',
  why: 'who may write one reads every Secret that the controller may (CVE-2021-25742); it refuses them unless told otherwise',
  mend: 'use annotations that say what is wanted, or a ConfigMap of the controller',
  source: 'https://github.com/kubernetes/kubernetes/issues/126811',
  about: [SUBJECT_KINDS.Ingress],
  expression: `
    !object.metadata.?annotations.orValue({}).exists(key,
      key.startsWith("nginx.ingress.kubernetes.io/") && key.endsWith("-snippet"))`,
  field: 'metadata.annotations',
  must: 'must have none of nginx that ends in -snippet',
  examples: {
    bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { nginx.ingress.kubernetes.io/server-snippet: "return 200;" } }
spec:
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
`,
    good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { nginx.ingress.kubernetes.io/rewrite-target: / } }
spec:
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
`,
  },
});
