import type { Labels } from '../../kubernetes/labels';
import { CLUSTER_DOMAIN } from '../../kubernetes/service-dns';
import type { Defaulted } from '../with-defaults';
import { Exposure } from './exposure';
import type { IpFamilies } from './ip-families';
import type { ResolvedPort } from './service-port';

/** What Services of all kinds can be given. */
export interface ServiceOptions extends IpFamilies {
  /**
   * Who can reach it, and how: the cluster, the nodes, a load balancer, or DNS alone.
   *
   * @default Exposure.clusterIp()
   */
  readonly exposure?: Exposure;

  /**
   * Annotations, by which load balancers of clouds are told what Kubernetes has no field for.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;

  /**
   * Domain that the cluster's DNS answers for: `clusterDomain` of its kubelets. It changes what `dnsName` says, and nothing
   * in the manifest.
   *
   * @default 'cluster.local'
   */
  readonly clusterDomain?: string;
}

/** What left-out options become. */
export const DEFAULTS = { exposure: Exposure.clusterIp(), clusterDomain: CLUSTER_DOMAIN } as const;

/** A Service with nothing left open. */
export type ResolvedService = Defaulted<ServiceOptions, typeof DEFAULTS> & {
  readonly name: string;
  readonly ports: readonly ResolvedPort[];
  /**
   * Labels of the Pods that answer.
   *
   * @default - none: somebody else says who answers
   */
  readonly selector?: Labels;
};
