import type { Backend, HttpPath, TrafficIntent } from './traffic-intent';

/** A path and the Service that answers there. */
export interface Route extends Pick<HttpPath, 'path' | 'type'> {
  readonly backend: Backend;
  /** Whether the canary gets its share here: where the stable Service answers. */
  readonly canaried: boolean;
}

/** Hosts that have the same routes; no hosts are every host. */
export interface Site {
  readonly hosts: readonly string[];
  readonly routes: readonly Route[];
}

/** Hosts of an intent by the routes that they have. */
export function sitesOf(intent: TrafficIntent): Site[] {
  const { hosts, paths } = intent;
  if (hosts === 'every') return [{ hosts: [], routes: routesOf(paths, intent) }];
  const groups = new Map<string, { readonly hosts: string[]; readonly paths: readonly HttpPath[] }>();
  for (const host of hosts) {
    const own = paths.filter((path) => path.hosts?.includes(host) ?? true);
    const key = own.map((path) => paths.indexOf(path)).join();
    const group = groups.get(key) ?? { hosts: [], paths: own };
    group.hosts.push(host);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ hosts: group.hosts, routes: routesOf(group.paths, intent) }));
}

/** The same sites for a provider that has no word for a default backend: it is one more route, for every path. */
export function sitesWithDefaultRoute(intent: TrafficIntent): Site[] {
  const { defaultBackend: backend } = intent;
  const rest: Route[] = backend ? [{ path: '/', type: 'Prefix', backend, canaried: false }] : [];
  return sitesOf(intent).map(({ hosts, routes }) => ({ hosts, routes: [...routes, ...rest] }));
}

/** Name of the object that says a site: the first has the plain name, others add their first host. */
export function siteName(name: string, at: number, { hosts: [first = 'every'] }: Site): string {
  return at === 0 ? name : `${name}-${first.replace('*', 'wildcard').replaceAll('.', '-')}`;
}

/** The order in which paths are asked, where a list is asked from its beginning: exact paths first, then the longest. */
export function specificFirst(one: Route, other: Route): number {
  const rank = ({ type, path }: Route) => (type === 'Exact' ? 10_000 : 0) + path.length;
  return rank(other) - rank(one);
}

function routesOf(paths: readonly HttpPath[], { stable, canary }: TrafficIntent): Route[] {
  return paths.flatMap(({ path, type, backend = stable }) => {
    if (!backend) return [];
    const same = backend.service === stable?.service && backend.port === stable.port;
    return [{ path, type, backend, canaried: canary !== undefined && same && backend.namespace === stable.namespace }];
  });
}
