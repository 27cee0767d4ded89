import { groupOf } from '../../kubernetes/identity';
import { manifestField, manifestFieldText } from '../../kubernetes/manifest-field';
import type { Rule } from '../rule';

const DEFAULT_CLASS = 'ingressclass.kubernetes.io/is-default-class';

/**
 * An Ingress says which controller it is for. Where the default class is among the objects, it need not. At the desk only: in
 * the cluster the default class has been filled in.
 */
export const ingressClass: Rule = {
  id: 'ingress-class',
  severity: 'warning',
  level: 'baseline',
  why: 'without a class, and without a default one in the cluster, no controller takes it, and nothing answers',
  mend: 'set spec.ingressClassName: kubectl get ingressclass lists those of a cluster',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#default-ingress-class',
  examples: {
    bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }
`,
    good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: nginx, defaultBackend: { service: { name: web, port: { number: 80 } } } }
`,
  },
  check: (objects) => {
    const hasDefault = objects.some(
      ({ kind, metadata }) => kind === 'IngressClass' && String(metadata.annotations?.[DEFAULT_CLASS]) === 'true',
    );
    if (hasDefault) return [];
    return objects.flatMap((object) => {
      if (object.kind !== 'Ingress' || groupOf(object.apiVersion) !== 'networking.k8s.io') return [];
      if (manifestFieldText(object, 'spec.ingressClassName')) return [];
      if (object.metadata.annotations?.['kubernetes.io/ingress.class']) return [];
      const got = manifestField(object, 'spec.ingressClassName');
      const rule = 'is required, unless the cluster has a default class';
      return [{ object, field: 'spec.ingressClassName', got, rule, mend: 'name the class of the controller: nginx' }];
    });
  },
};
