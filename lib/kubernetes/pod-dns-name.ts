/** Where a Pod is found by name. */
export interface PodAddress {
  /** Hostname of the Pod: `db-0` for the first of a StatefulSet. */
  readonly hostname: string;
  /** Headless Service that selects it, and that it names as its subdomain. */
  readonly service: string;
  /** Namespace of both; without one the name is for Pods of the same namespace. */
  readonly namespace?: string;
}

/**
 * DNS name of one Pod, such as `db-0.db-headless.shop.svc`. The domain of the cluster, which is seldom known and most often
 * `cluster.local`, is added by the resolver of the Pod that asks.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-hostname-and-subdomain-field
 */
export function podDnsName({ hostname, service, namespace }: PodAddress): string {
  return [hostname, service, ...(namespace ? [namespace, 'svc'] : [])].join('.');
}
