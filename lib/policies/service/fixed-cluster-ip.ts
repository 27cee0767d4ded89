import { manifestField, manifestFieldText } from '../../kubernetes/manifest-field';
import type { Rule } from '../rule';

/**
 * The cluster chooses the address of a Service. The DNS of a cluster, which nodes are told by address, has one that is known
 * before; and an object as it was read from a cluster has its own. At the desk only: in the cluster every Service has one.
 */
export const fixedClusterIp: Rule = {
  id: 'fixed-cluster-ip',
  severity: 'warning',
  level: 'baseline',
  why: 'the address fits one range of one cluster: everywhere else, and wherever it is taken, the API server refuses the Service',
  mend: 'take clusterIP out: the Service is found by its name',
  source: 'https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/',
  examples: {
    bad: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { clusterIP: 10.233.43.85, selector: { app: web }, ports: [{ port: 80 }] }
`,
    good: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { clusterIP: None, selector: { app: web }, ports: [{ port: 80 }] }
`,
  },
  check: (objects) =>
    objects.flatMap((object) => {
      const got = manifestFieldText(object, 'spec.clusterIP');
      if (object.apiVersion !== 'v1' || object.kind !== 'Service' || got === undefined || got === 'None') return [];
      const isDns = manifestField(object, 'metadata.labels.k8s-app') === 'kube-dns';
      const isRead = manifestField(object, 'metadata.uid') !== undefined;
      if (isDns || isRead) return [];
      const rule = 'must be left to the cluster, or None';
      return [{ object, field: 'spec.clusterIP', got, rule, mend: 'take it out, and use the name of the Service' }];
    }),
};
