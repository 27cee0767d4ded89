import { isSince } from '../../kubernetes/api-life';
import { groupOf } from '../../kubernetes/identity';
import { manifestField } from '../../kubernetes/manifest-field';
import type { Rule } from '../rule';

/** A field, or one of its values, that is deprecated. */
interface Deprecated {
  /** Group and kind: `/Service`. */
  readonly of: string;
  readonly field: string;
  /** Only this value is; all are where it is left out. */
  readonly value?: unknown;
  readonly since: string;
  readonly instead: string;
}

/** @source kubernetes@1.36 pkg/api/service/warnings.go, pkg/api/persistentvolume/util.go; k8s.io/api@v0.36.3 core/v1/types.go */
const FIELDS: readonly Deprecated[] = [
  {
    of: '/Service',
    field: 'spec.loadBalancerIP',
    since: '1.24',
    instead: 'use the annotation of the load balancer: each reads it in another way, or not at all',
  },
  {
    of: '/Service',
    field: 'spec.externalIPs',
    since: '1.36',
    instead: 'use type LoadBalancer, or a Gateway',
  },
  {
    of: '/Service',
    field: 'spec.trafficDistribution',
    value: 'PreferClose',
    since: '1.34',
    instead: 'write PreferSameZone, its name since Kubernetes 1.34',
  },
  {
    of: '/PersistentVolume',
    field: 'spec.persistentVolumeReclaimPolicy',
    value: 'Recycle',
    since: '1.15',
    instead: 'write Retain or Delete, or let a StorageClass make the volume',
  },
  { of: '/Node', field: 'spec.configSource', since: '1.22', instead: 'take it out, and configure the kubelet' },
];

/** Fields are such as stay. At the desk only: an API server warns of them itself. */
export const deprecatedField: Rule = {
  id: 'deprecated-field',
  severity: 'info',
  level: 'baseline',
  why: 'it may do nothing in a later Kubernetes, or in another cluster',
  mend: 'write what took its place',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/',
  examples: {
    bad: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: LoadBalancer, loadBalancerIP: 192.0.2.7, selector: { app: web }, ports: [{ port: 80 }] }
`,
    good: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 80 }] }
`,
  },
  check: (objects, { kubernetesVersion }) =>
    objects.flatMap((object) =>
      FIELDS.filter(({ of, since }) => {
        return of === `${groupOf(object.apiVersion)}/${object.kind}` && isSince(kubernetesVersion, since);
      }).flatMap(({ field, value, since, instead }) => {
        const got = manifestField(object, field);
        if (got === undefined || got === null || (value !== undefined && got !== value)) return [];
        return [{ object, field, got, rule: `is deprecated since Kubernetes ${since}`, mend: instead }];
      }),
    ),
};
