/** How a host of a route is compared: exactly, `*.example.com` for one label below it, or for any number of them. */
export type WildcardReach = 'one-label' | 'any-depth';

/** Whether a host, in lower case, is the one that a route names. An empty one is every host. */
export function hostMatches(named: string, host: string, reach: WildcardReach): boolean {
  const pattern = named.toLowerCase();
  if (pattern === '' || pattern === '*') return true;
  if (!pattern.startsWith('*.')) return pattern === host;
  const suffix = pattern.slice(1);
  if (!host.endsWith(suffix) || host.length <= suffix.length) return false;
  return reach === 'any-depth' || !host.slice(0, -suffix.length).includes('.');
}
