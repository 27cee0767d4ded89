import { labelSelectorPicks } from '../../kubernetes/label-selector';
import type { Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldList } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { isNetworkIsolation } from '../../kubernetes/network-isolation';
import { runningPods } from '../../kubernetes/running-pods';
import type { Rule } from '../rule';

/** Peers that a NetworkPolicy picks in its own namespace are there. Those of other namespaces are not looked for. */
export const danglingNetworkpolicypeerPodselector: Rule = {
  id: 'dangling-networkpolicypeer-podselector',
  severity: 'info',
  level: 'production',
  why: 'whoever was meant cannot get through; or comes from elsewhere, which cannot be seen here',
  mend: 'write the labels of the Pods into podSelector, and a namespaceSelector where they are in another namespace',
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
spec: { podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { app: api } } }] }] }
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
spec: { podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }] }] }
`,
  },
  check: (objects) => {
    const pods = runningPods(objects);
    if (pods.length === 0) return [];
    return objects.filter(isNetworkIsolation).flatMap((object) => {
      const here = pods.filter(({ namespace }) => namespace === namespaceOf(object));
      return peers(object)
        .filter(({ selector }) => !labelSelectorPicks(selector, {}))
        .filter(({ selector }) => !here.some(({ labels }) => labelSelectorPicks(selector, labels)))
        .map(({ field, selector }) => {
          const rule = `must pick a Pod of the namespace ${namespaceOf(object)}`;
          return { object, field, got: selector, rule, mend: 'write the labels of its Pods' };
        });
    });
  },
};

/** Where rules of a policy stand, and where in them the peers. */
const DIRECTIONS = [
  { rules: 'spec.ingress', ends: 'from' },
  { rules: 'spec.egress', ends: 'to' },
];

/** What a policy picks in its own namespace. */
function peers(policy: Manifest): { readonly field: string; readonly selector: unknown }[] {
  return DIRECTIONS.flatMap(({ rules, ends }) =>
    manifestFieldList(policy, rules).flatMap((rule, at) =>
      manifestFieldList(rule, ends).flatMap((peer, index) => {
        const selector = manifestField(peer, 'podSelector');
        if (selector === undefined || manifestField(peer, 'namespaceSelector') !== undefined) return [];
        return [{ field: `${rules}[${at}].${ends}[${index}].podSelector`, selector }];
      }),
    ),
  );
}
