import { labelSelectorPicks } from '../../kubernetes/label-selector';
import { manifestField } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { isNetworkIsolation } from '../../kubernetes/network-isolation';
import { runningPods } from '../../kubernetes/running-pods';
import type { Rule } from '../rule';

/** A NetworkPolicy is about some Pod. One about all Pods of a namespace always is; where no Pods are among the objects, nothing is said. */
export const danglingNetworkpolicy: Rule = {
  id: 'dangling-networkpolicy',
  severity: 'warning',
  level: 'baseline',
  why: 'the Pod that was meant stays open; or it comes from elsewhere, which cannot be seen here',
  mend: 'write the labels of the Pods into podSelector',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
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
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: { matchLabels: { app: api } } }
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
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: { matchLabels: { app: web } } }
`,
  },
  check: (objects) => {
    const pods = runningPods(objects);
    if (pods.length === 0) return [];
    return objects.filter(isNetworkIsolation).flatMap((object) => {
      const got = manifestField(object, 'spec.podSelector');
      if (labelSelectorPicks(got, {}) || got === undefined) return [];
      const isAbout = pods.some(
        ({ namespace, labels }) => namespace === namespaceOf(object) && labelSelectorPicks(got, labels),
      );
      const rule = `must pick a Pod of the namespace ${namespaceOf(object)}`;
      return isAbout ? [] : [{ object, field: 'spec.podSelector', got, rule, mend: 'write the labels of its Pods' }];
    });
  },
};
