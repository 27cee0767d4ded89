import type { k8s } from '../../kubernetes/k8s';

/** How a Pod resolves names. */
export interface DnsConfig {
  /**
   * Where names go: to the DNS of the cluster (`cluster`), to that of the node (`node`), or only to `nameservers` (`none`).
   *
   * @default 'cluster'
   */
  readonly source?: 'cluster' | 'node' | 'none';

  /**
   * Addresses of name servers, at most 3, beside those of the source.
   *
   * @default - none
   */
  readonly nameservers?: readonly string[];

  /**
   * Domains that a name without enough dots is tried in, at most 32.
   *
   * @default - those of the source
   */
  readonly searches?: readonly string[];

  /**
   * Options of the resolver: `{ ndots: '2' }`; an empty value where the option has none.
   *
   * @default - those of the source
   */
  readonly options?: Readonly<Record<string, string>>;
}

/** What left-out options become. */
export const DEFAULTS = { source: 'cluster' } as const;

const POLICIES = { cluster: 'ClusterFirst', node: 'Default', none: 'None' } as const;

/** The fields of a Pod that say it. On the network of the node the DNS of the cluster has to be asked for by name. */
export function dnsFields(network: 'pod' | 'host', dns: DnsConfig = {}): Pick<k8s.PodSpec, 'dnsPolicy' | 'dnsConfig'> {
  const { source = DEFAULTS.source, nameservers, searches, options } = dns;
  const policy = network === 'host' && source === 'cluster' ? 'ClusterFirstWithHostNet' : POLICIES[source];
  const more = {
    nameservers: nameservers && [...nameservers],
    searches: searches && [...searches],
    options: options && Object.entries(options).map(([name, value]) => (value === '' ? { name } : { name, value })),
  };
  return {
    dnsPolicy: policy === 'ClusterFirst' ? undefined : policy, // Kubernetes' own default
    dnsConfig: Object.values(more).some((part) => part !== undefined) ? more : undefined,
  };
}

/** Why Kubernetes would refuse it; nothing where it would not. */
export function dnsConfigProblem({ source, nameservers = [], searches = [] }: DnsConfig) {
  const mend = 'take some out';
  if (nameservers.length > 3) return { prop: 'nameservers', got: nameservers, rule: 'must be at most 3', mend };
  if (searches.length > 32) return { prop: 'searches', got: searches.length, rule: 'must be at most 32', mend };
  if (source !== 'none' || nameservers.length > 0) return undefined;
  return {
    prop: 'nameservers',
    got: nameservers,
    rule: 'must name one, as no other is asked',
    mend: 'give an address',
  };
}
