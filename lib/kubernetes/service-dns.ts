/** Where a Service is found: its name, its namespace, and the domain of the cluster. */
export interface ServiceDns {
  readonly service: string;
  readonly namespace: string;
  readonly clusterDomain: string;
}

/** Domain of a cluster whose kubelets were given no other by `clusterDomain`. */
export const CLUSTER_DOMAIN = 'cluster.local';

/** Name in full: it is the same from every namespace. From its own the Service's name alone will do. */
export function serviceDnsName({ service, namespace, clusterDomain }: ServiceDns): string {
  return `${service}.${namespace}.svc.${clusterDomain}`;
}

/**
 * Name of one Pod of a headless Service.
 *
 * @param hostname `spec.hostname` of a Pod whose `spec.subdomain` is the Service; a StatefulSet sets both: `db-0`
 */
export function podDnsName(hostname: string, dns: ServiceDns): string {
  return `${hostname}.${serviceDnsName(dns)}`;
}

/** Name of the SRV records of a named port: they hold the port's number, and for a headless Service each Pod's name. */
export function srvDnsName(port: { readonly name: string; readonly protocol: string }, dns: ServiceDns): string {
  return `_${port.name}._${port.protocol.toLowerCase()}.${serviceDnsName(dns)}`;
}
