import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** An Ingress sends requests somewhere. */
export const ingressRules = celRule({
  id: 'ingress-rules',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses an Ingress that has neither; a key without a value is the same as no key',
  mend: 'write at least one rule, or a defaultBackend',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  about: [SUBJECT_KINDS.Ingress],
  expression: 'size(object.spec.?rules.orValue([])) > 0 || has(object.spec.defaultBackend)',
  field: 'spec.rules',
  must: 'must have a rule, unless there is a defaultBackend',
  examples: {
    bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: nginx }
`,
    good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: nginx, defaultBackend: { service: { name: web, port: { number: 80 } } } }
`,
  },
});
