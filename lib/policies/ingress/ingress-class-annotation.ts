import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** An Ingress names its class in the field, not in the annotation that was there before it. One that has both passes. */
export const ingressClassAnnotation = celRule({
  id: 'ingress-class-annotation',
  severity: 'warning',
  level: 'baseline',
  why: 'the annotation is deprecated since Kubernetes 1.18: the API server warns, and newer controllers do not read it',
  mend: 'write its value as spec.ingressClassName, and take the annotation out',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation',
  about: [SUBJECT_KINDS.Ingress],
  expression: `
    !("kubernetes.io/ingress.class" in object.metadata.?annotations.orValue({}))
    || object.spec.?ingressClassName.orValue("") != ""`,
  field: 'spec.ingressClassName',
  must: 'must name the class that the annotation kubernetes.io/ingress.class does',
  examples: {
    bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { kubernetes.io/ingress.class: nginx } }
spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }
`,
    good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: nginx, defaultBackend: { service: { name: web, port: { number: 80 } } } }
`,
  },
});
