import { Size } from 'cdk8s';
import { Cpu } from '../kubernetes/k8s';
import { argoCd } from './argo-cd';
import type { Cluster } from './environment';

/**
 * The cluster that all environments share, a namespace each. It has no custom resources: its ingress controller reads
 * the annotations of ingress-nginx (Traefik 3.7 does). For a new cluster take Gateway API, which is this value:
 *
 * ```
 * ingress: {
 *   provider: 'gateway-api',
 *   gateway: { name: 'public', namespace: 'gateways' },
 *   controllerNamespace: 'gateways',
 *   headerRegularExpressions: false,
 * },
 * customResourceGroups: ['gateway.networking.k8s.io'],
 * ```
 *
 * To move a cluster there, tell it both for a while: `{ provider: 'transition', from: ..., to: ... }`.
 */
export const reference: Cluster = {
  name: 'reference',
  kubernetesVersion: '1.30',
  argoCd: {
    ...argoCd,
    destination: { server: 'https://kubernetes.default.svc' },
    project: 'cluster',
    application: 'cluster',
    sync: { prune: true, selfHeal: true },
  },
  ingress: { provider: 'ingress-nginx', className: 'nginx', controllerNamespace: 'ingress-nginx' },
  nodes: { count: 3, cpu: Cpu.units(4), memory: Size.gibibytes(16) },
  customResourceGroups: [],
};

/** Name of the cluster whose manifests lie in `dist/` itself; those of any other lie in `dist/<cluster>/`. */
export const HOME_CLUSTER: string = reference.name;
