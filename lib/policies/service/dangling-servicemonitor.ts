import { groupOf } from '../../kubernetes/identity';
import { labelSelectorPicks } from '../../kubernetes/label-selector';
import type { Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldList } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import type { Rule } from '../rule';

/**
 * A ServiceMonitor of the Prometheus operator picks a Service: of its own namespace, unless it names others. Where no Service
 * is among the objects, they come from elsewhere, and nothing is said.
 */
export const danglingServicemonitor: Rule = {
  id: 'dangling-servicemonitor',
  severity: 'info',
  level: 'strict',
  why: 'nothing is measured, and no alert that rests on it is ever sent',
  mend: 'write labels that a Service carries, and the namespace that it is in',
  source: 'https://prometheus-operator.dev/docs/developer/getting-started/#using-servicemonitors',
  examples: {
    bad: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: monitoring }
spec: { selector: { matchLabels: { app: web } }, endpoints: [{ port: http }] }
`,
    good: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: monitoring }
spec:
  namespaceSelector: { matchNames: [shop] }
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: http }]
`,
  },
  check: (objects) => {
    const services = objects.filter(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'Service');
    if (services.length === 0) return [];
    return objects.flatMap((object) => {
      const isMonitor = groupOf(object.apiVersion) === 'monitoring.coreos.com' && object.kind === 'ServiceMonitor';
      if (!isMonitor || services.some((service) => picks(object, service))) return [];
      const got = manifestField(object, 'spec.selector');
      const mend = 'write the labels of the Service, and its namespace in namespaceSelector.matchNames';
      return [{ object, field: 'spec.selector', got, rule: 'must pick a Service', mend }];
    });
  },
};

function picks(monitor: Manifest, service: Manifest): boolean {
  const names = manifestFieldList(monitor, 'spec.namespaceSelector.matchNames');
  const isAny = manifestField(monitor, 'spec.namespaceSelector.any') === true;
  const isReached =
    names.length > 0 ? names.includes(namespaceOf(service)) : namespaceOf(service) === namespaceOf(monitor);
  return (
    (isAny || isReached) &&
    labelSelectorPicks(manifestField(monitor, 'spec.selector') ?? {}, service.metadata.labels ?? {})
  );
}
