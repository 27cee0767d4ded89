import { manifestField } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { runningPods } from '../../kubernetes/running-pods';
import { serviceTargetPods, serviceTargetsPods } from '../../kubernetes/service-targets';
import type { Rule } from '../rule';

/** A Service picks some Pod. Where no Pods are among the objects, they come from elsewhere, and nothing is said. */
export const danglingService: Rule = {
  id: 'dangling-service',
  severity: 'warning',
  level: 'baseline',
  why: 'requests find nobody; or the Pods come from elsewhere, which cannot be seen here',
  mend: 'write the labels of the Pods into selector',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  examples: {
    bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1" }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: api }, ports: [{ port: 80 }] }
`,
    good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1" }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`,
  },
  check: (objects) => {
    const pods = runningPods(objects);
    if (pods.length === 0) return [];
    return objects.filter(serviceTargetsPods).flatMap((object) => {
      if (serviceTargetPods(object, pods).length > 0) return [];
      const got = manifestField(object, 'spec.selector');
      const rule = `must pick a Pod of the namespace ${namespaceOf(object)}`;
      return [{ object, field: 'spec.selector', got, rule, mend: 'write the labels of its Pods' }];
    });
  },
};
