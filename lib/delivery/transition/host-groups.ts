import type { Manifest } from '../../kubernetes/manifest';
import { manifestFieldList, manifestFieldText } from '../../kubernetes/manifest-field';

interface Group {
  /** Nothing where they are for every host. */
  readonly hosts?: ReadonlySet<string>;
  readonly routes: readonly Manifest[];
}

/** Routes that have hosts in common, directly or by others: whoever gets a request is said by those of one group. */
export function hostGroups(routes: readonly Manifest[]): (readonly Manifest[])[] {
  let groups: readonly Group[] = [];
  for (const route of routes) {
    const own: Group = { hosts: hostsOf(route), routes: [route] };
    const met = groups.filter((group) => meet(group, own));
    groups = [...groups.filter((group) => !met.includes(group)), [...met, own].reduce(joined)];
  }
  return groups.map((group) => group.routes);
}

function meet({ hosts: one }: Group, { hosts: other }: Group): boolean {
  return !one || !other || [...one].some((host) => other.has(host));
}

function joined(one: Group, other: Group): Group {
  const hosts = one.hosts && other.hosts && new Set([...one.hosts, ...other.hosts]);
  return { hosts, routes: [...one.routes, ...other.routes] };
}

/** Hosts that a route names; nothing where it takes others too. */
function hostsOf(route: Manifest): ReadonlySet<string> | undefined {
  const all = namesOf(route).map((host) => host.toLowerCase());
  return all.length === 0 || all.some((host) => host === '' || host.includes('*')) ? undefined : new Set(all);
}

function namesOf(route: Manifest): string[] {
  const listed = (field: string) => manifestFieldList(route, field).map(String);
  if (route.kind === 'HTTPRoute') return listed('spec.hostnames');
  if (route.kind === 'VirtualService') return listed('spec.hosts');
  if (route.kind === 'IngressRoute') return manifestFieldList(route, 'spec.routes').flatMap(hostsOfRule);
  return manifestFieldList(route, 'spec.rules').map((rule) => manifestFieldText(rule, 'host') ?? '');
}

/** Hosts of a rule of Traefik; one by a regular expression may be any. */
function hostsOfRule(rule: unknown): string[] {
  const match = manifestFieldText(rule, 'match') ?? '';
  const named = [...match.matchAll(/\bHost\(`([^`]+)`\)/g)].map(([, host = '']) => host);
  return named.length === 0 || match.includes('HostRegexp(') ? [''] : named;
}
