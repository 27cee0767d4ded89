import type { Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldText } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { type RunningPods, runningPods } from '../../kubernetes/running-pods';
import { serviceTargetPods } from '../../kubernetes/service-targets';
import type { Rule } from '../rule';

/**
 * A Pod that says a subdomain has a name there: its hostname, and a headless Service called as the subdomain that picks it.
 * Where no Service of the namespace is among the objects, they come from elsewhere, and nothing is said of it. Pods of a
 * StatefulSet get both.
 */
export const podSubdomain: Rule = {
  id: 'pod-subdomain',
  severity: 'warning',
  level: 'baseline',
  why: 'without a hostname and a headless Service of that name, the subdomain does nothing, and the Pod has no name in DNS',
  mend: 'set hostname too, and define a Service called as the subdomain, with clusterIP None and the labels of the Pod',
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-hostname-and-subdomain-field',
  misconceptions: [
    {
      claim: 'subdomain gives a Pod the name SERVICE.SUBDOMAIN.NAMESPACE.svc.cluster.local in every namespace.',
      truth:
        'the name is HOSTNAME.SUBDOMAIN.NAMESPACE.svc.cluster.local, where a headless Service is called as the subdomain, in the same namespace',
      source:
        'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-hostname-and-subdomain-field',
    },
    {
      claim: 'subdomain is ignored for Pods that stand alone.',
      truth: 'it works for them as well',
      source:
        'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-hostname-and-subdomain-field',
    },
    {
      claim: 'Every Pod behind a headless Service has the name POD.SERVICE.NAMESPACE.svc.cluster.local.',
      truth: 'only one with hostname and subdomain has, as those of a StatefulSet do',
      source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pods',
    },
  ],
  examples: {
    bad: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { subdomain: shops, containers: [{ name: web, image: "web:1" }] }
`,
    good: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { hostname: web, subdomain: shops, containers: [{ name: web, image: "web:1" }] }
---
apiVersion: v1
kind: Service
metadata: { name: shops, namespace: shop }
spec: { clusterIP: None, selector: { app: web } }
`,
  },
  check: (objects) =>
    runningPods(objects).flatMap((pods) => {
      const { object, path, spec } = pods;
      const got = manifestFieldText(spec, 'subdomain');
      if (got === undefined || object.kind === 'StatefulSet') return [];
      const mend = 'set hostname, and define a Service of this name with clusterIP None and the labels of the Pod';
      const noName = manifestFieldText(spec, 'hostname') ? [] : ['must come with a hostname'];
      return [...noName, ...serviceProblem(got, pods, objects)].map((rule) => {
        return { object, field: `${path}.subdomain`, got, rule, mend };
      });
    }),
};

function serviceProblem(subdomain: string, pods: RunningPods, objects: readonly Manifest[]): string[] {
  const services = objects.filter(
    (object) => object.apiVersion === 'v1' && object.kind === 'Service' && namespaceOf(object) === pods.namespace,
  );
  if (services.length === 0) return [];
  const service = services.find(({ metadata }) => metadata.name === subdomain);
  if (!service) return [`must name a headless Service of the namespace ${pods.namespace}`];
  if (manifestField(service, 'spec.clusterIP') !== 'None') return ['must name a Service whose clusterIP is None'];
  return serviceTargetPods(service, [pods]).length > 0 ? [] : ['must name a Service that picks the Pod'];
}
