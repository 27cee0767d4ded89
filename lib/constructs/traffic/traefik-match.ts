import { literalRegularExpression } from '../../kubernetes/regular-expression';
import type { CanaryDecision } from './canary-decisions';
import type { Route } from './site';

/** A rule of Traefik's router, and its place among all of them: higher is asked first. */
export interface TraefikMatch {
  readonly match: string;
  readonly priority: number;
}

/** Weights of a priority: a host counts more than a path, an exact path more than any prefix, a decision least. */
const HOST = 1_000_000;
const EXACT = 500_000;
const PATH_LETTER = 100;

/**
 * Requests for one of some hosts, or for every one, and a path, and where a canary decides by a header, that header.
 *
 * @param rank place of the decision among those of its path; 0 for the rest
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/muxer/http/matcher.go
 */
export function traefikMatch(
  hosts: readonly string[],
  { path, type }: Pick<Route, 'path' | 'type'>,
  { decision, rank = 0 }: { readonly decision?: CanaryDecision; readonly rank?: number } = {},
): TraefikMatch {
  const rules = [
    ...(hosts.length === 0 ? [] : [either(hosts.map(hostRule))]),
    pathRule({ path, type }),
    ...(decision ? [headerRule(decision)] : []),
  ];
  const pathRank = type === 'Exact' ? EXACT : path.length * PATH_LETTER;
  return { match: rules.join(' && '), priority: hostRank(hosts) * HOST + pathRank + rank + 1 };
}

/** An exact host counts before a wildcard, which counts before every host. */
function hostRank(hosts: readonly string[]): number {
  if (hosts.length === 0) return 0;
  return hosts.some((host) => host.startsWith('*')) ? 1 : 2;
}

function hostRule(host: string): string {
  if (!host.startsWith('*.')) return call('Host', host);
  return call('HostRegexp', `^[a-z0-9-]+\\.${literalRegularExpression(host.slice(2))}$`);
}

/** Traefik's PathPrefix counts letters, not segments. */
function pathRule({ path, type }: Pick<Route, 'path' | 'type'>): string {
  if (type === 'Exact') return call('Path', path);
  if (type === 'RegularExpression') return call('PathRegexp', `(?i)^${path}`);
  if (path === '/') return call('PathPrefix', path);
  const whole = path.replace(/\/$/, '');
  return either([call('Path', whole), call('PathPrefix', `${whole}/`)]);
}

function headerRule({ type, header, value }: CanaryDecision): string {
  return call(type === 'Exact' ? 'Header' : 'HeaderRegexp', header, value);
}

function either([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `(${[first, ...others].join(' || ')})`;
}

function call(matcher: string, ...values: readonly string[]): string {
  return `${matcher}(${values.map((value) => `\`${value}\``).join(', ')})`;
}
