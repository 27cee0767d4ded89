import { manifestFieldText } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { runningPods } from '../../kubernetes/running-pods';
import type { Rule } from '../rule';

/** The account of a Pod is there. Where no account is among the objects at all, they come from elsewhere, and nothing is said. */
export const nonExistentServiceAccount: Rule = {
  id: 'non-existent-service-account',
  severity: 'warning',
  level: 'baseline',
  why: 'without the account no Pod is made; it may be there already, made by something else',
  mend: 'make the ServiceAccount, or take serviceAccountName out',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
  examples: {
    bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { serviceAccountName: web, containers: [{ name: web, image: "web:1" }] }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: shop }
`,
    good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { serviceAccountName: web, containers: [{ name: web, image: "web:1" }] }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
`,
  },
  check: (objects) => {
    const accounts = objects.filter(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'ServiceAccount');
    const there = new Set(accounts.map((account) => `${namespaceOf(account)}/${account.metadata.name}`));
    if (there.size === 0) return [];
    return runningPods(objects).flatMap(({ object, namespace, path, spec }) => {
      const key = manifestFieldText(spec, 'serviceAccountName') === undefined ? 'serviceAccount' : 'serviceAccountName';
      const got = manifestFieldText(spec, key) ?? 'default';
      if (got === 'default' || there.has(`${namespace}/${got}`)) return [];
      const rule = `must name a ServiceAccount of the namespace ${namespace}`;
      return [{ object, field: `${path}.${key}`, got, rule, mend: 'make it, or name one that is there' }];
    });
  },
};
