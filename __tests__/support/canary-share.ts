import type { CanaryRules } from '../../lib/constructs/traffic/traffic-intent';
import type { objectsOf } from './chart';

/** Manifests of one kind, as `objectsOf` gives them. */
type Manifests = ReturnType<typeof objectsOf>;

/** A request as far as a canary is decided by it. The header is `X-Group`, the cookie `group`. */
export interface CanaryRequest {
  readonly path: string;
  readonly header?: string;
  readonly cookie?: string;
}

/** Percent of such requests that the canary gets by the words of `CanaryRules`: the first rule that decides, then the weight. */
export function meantShare({ rules = [], weightPercent = 0 }: CanaryRules, { header, cookie }: CanaryRequest): number {
  for (const rule of rules) {
    const text = 'cookie' in rule ? cookie : header;
    if (text === undefined) continue;
    if ('value' in rule || 'pattern' in rule) {
      if (rule.value === text || (rule.pattern !== undefined && new RegExp(rule.pattern).test(text))) return 100;
    } else if (text === 'always' || text === 'never') return text === 'always' ? 100 : 0;
  }
  if (weightPercent === 'stepped') throw new Error('a controller says the weight');
  return weightPercent;
}

/**
 * Percent that ingress-nginx sends to the canary, or nothing where it answers 404.
 *
 * @source kubernetes/ingress-nginx@dbb11b9 rootfs/etc/nginx/lua/balancer.lua route_to_alternative_balancer
 */
export function nginxShare(all: Manifests, { path, header, cookie }: CanaryRequest): number | undefined {
  const noteOf = (ingress: Manifests[number], name: string): string | undefined =>
    ingress.metadata.annotations?.[`nginx.ingress.kubernetes.io/${name}`];
  const ingresses = all.filter((ingress) =>
    ingress.spec.rules[0].http.paths.some((at: IngressPath) => matchesPath(at.pathType, at.path, path)),
  );
  const canary = ingresses.find((ingress) => noteOf(ingress, 'canary') === 'true');
  if (!ingresses.some((ingress) => noteOf(ingress, 'canary') === undefined)) return undefined;
  if (!canary) return 0;
  const asked = noteOf(canary, 'canary-by-header') === 'X-Group' ? header : undefined;
  const [value, pattern] = [noteOf(canary, 'canary-by-header-value'), noteOf(canary, 'canary-by-header-pattern')];
  if (asked !== undefined) {
    if (value) {
      if (asked === value) return 100;
    } else if (pattern) {
      if (new RegExp(pattern).test(asked)) return 100;
    } else if (asked === 'always' || asked === 'never') return asked === 'always' ? 100 : 0;
  }
  const kept = noteOf(canary, 'canary-by-cookie') === 'group' ? cookie : undefined;
  if (kept === 'always' || kept === 'never') return kept === 'always' ? 100 : 0;
  const [weight, total] = [noteOf(canary, 'canary-weight') ?? '0', noteOf(canary, 'canary-weight-total') ?? '100'];
  return (Number.parseInt(weight, 10) / Math.max(100, Number.parseInt(total, 10))) * 100;
}

/**
 * Percent that an implementation of Gateway API sends to `canary`, or nothing where it answers 404. Some find a regular
 * expression anywhere in a header, others match the whole of it.
 *
 * @source sigs.k8s.io/gateway-api@1.6.3 apis/v1/httproute_types.go HTTPRouteRule.matches
 */
export function gatewayShare(
  routes: Manifests,
  { path, header, cookie }: CanaryRequest,
  { canary, expressions }: { readonly canary: string; readonly expressions: 'search' | 'whole' },
): number | undefined {
  const sent = new Map([
    ['x-group', header],
    ['cookie', cookie === undefined ? 'lang=en' : `lang=en; group=${cookie}; theme=never`],
  ]);
  const holds = ({ type, name, value }: HeaderMatch) => {
    const text = sent.get(name.toLowerCase());
    if (text === undefined) return false;
    if (type === 'Exact') return text === value;
    if (type !== 'RegularExpression') throw new Error(`no type of match: ${type}`);
    return new RegExp(expressions === 'search' ? value : `^(?:${value})$`).test(text);
  };
  const rules: RouteRule[] = routes.flatMap((route) => route.spec.rules);
  const matching = rules.flatMap(({ matches, backendRefs }) =>
    matches
      .filter((match) => matchesPath(match.path.type, match.path.value, path) && (match.headers ?? []).every(holds))
      .map((match) => ({ match, backendRefs })),
  );
  // sort() keeps the order of equals: the first in the list wins
  const [winner] = matching.sort((a, b) => precedence(b.match) - precedence(a.match));
  if (!winner) return undefined;
  const total = winner.backendRefs.reduce((sum, { weight }) => sum + weight, 0);
  const toCanary = winner.backendRefs
    .filter(({ name }) => name === canary)
    .reduce((sum, { weight }) => sum + weight, 0);
  return (toCanary / total) * 100;
}

/**
 * Percent that Traefik sends to `canary` by its IngressRoutes, or nothing where it answers 404.
 *
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/muxer/http/matcher.go
 */
export function traefikShare(
  objects: Manifests,
  { path, header, cookie }: CanaryRequest,
  { canary, host }: { readonly canary: string; readonly host: string },
): number | undefined {
  const sent = new Map([
    ['X-Group', header],
    ['Cookie', cookie === undefined ? 'lang=en' : `lang=en; group=${cookie}; theme=never`],
  ]);
  const matchers = {
    Host: (name: string) => name === host,
    Path: (whole: string) => path === whole,
    PathPrefix: (prefix: string) => path.startsWith(prefix),
    Header: (name: string, value: string) => sent.get(name) === value,
    HeaderRegexp: (name: string, value: string) => new RegExp(value).test(sent.get(name) ?? '\n'),
  };
  const routes: TraefikRoute[] = objects
    .filter(({ kind }) => kind === 'IngressRoute')
    .flatMap((route) => route.spec.routes)
    .filter(({ match }: TraefikRoute) => ruleOf(match)(...Object.values(matchers)));
  const [winner] = routes.sort((a, b) => b.priority - a.priority);
  const [service] = winner?.services ?? [];
  if (!service) return undefined;
  if (service.kind === 'Service') return service.name === canary ? 100 : 0;
  const division = objects.find(({ kind, metadata }) => kind === 'TraefikService' && metadata.name === service.name);
  const shares: readonly { name: string; weight: number }[] = division?.spec.weighted.services;
  const sum = (some: typeof shares) => some.reduce((all, { weight }) => all + weight, 0);
  return (sum(shares.filter(({ name }) => name === canary)) / sum(shares)) * 100;
}

const rules = new Map<string, (...matchers: readonly unknown[]) => boolean>();

/** A rule as a function of its matchers: its words are those of Go, and of JavaScript but for the quotes. */
function ruleOf(match: string): (...matchers: readonly unknown[]) => boolean {
  const words = match.replace(/`([^`]*)`/g, (_, text) => JSON.stringify(text));
  const rule = rules.get(match) ?? new Function('Host, Path, PathPrefix, Header, HeaderRegexp', `return ${words}`);
  rules.set(match, rule as (...matchers: readonly unknown[]) => boolean);
  return rule as (...matchers: readonly unknown[]) => boolean;
}

interface TraefikRoute {
  readonly match: string;
  readonly priority: number;
  readonly services: readonly { readonly kind: string; readonly name: string }[];
}

/**
 * Percent that ALB sends to the canary, or nothing where it answers 404. The first rule that matches wins: by the name of
 * the Ingress, then in the order of its paths.
 *
 * @source alibaba/alibaba-load-balancer-controller@c9b32db pkg/controller/ingress/reconcile/builder/albconfig_manager/model_build_listener_rules.go
 */
export function albShare(ingresses: Manifests, { path, header, cookie }: CanaryRequest): number | undefined {
  const noteOf = (ingress: Manifests[number], name: string): string | undefined =>
    ingress.metadata.annotations?.[`alb.ingress.kubernetes.io/${name}`];
  const weights = ingresses.filter((ingress) => noteOf(ingress, 'canary-weight') !== undefined);
  const rules = ingresses
    .filter((ingress) => !weights.includes(ingress))
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))
    .flatMap((ingress) => ingress.spec.rules[0].http.paths.map((at: IngressPath) => ({ ingress, at })));
  const winner = rules.find(({ ingress, at }) => {
    const [name, value] = [noteOf(ingress, 'canary-by-header'), noteOf(ingress, 'canary-by-header-value')];
    const byHeader = name === undefined || (name === 'X-Group' && header === value);
    const byCookie = noteOf(ingress, 'canary-by-cookie') === undefined || cookie === 'always';
    return byHeader && byCookie && matchesPath(at.pathType, at.path, path);
  });
  if (!winner) return undefined;
  if (noteOf(winner.ingress, 'canary') === 'true') return 100;
  return Number(weights[0] ? noteOf(weights[0], 'canary-weight') : 0);
}

interface IngressPath {
  readonly path: string;
  readonly pathType: string;
}
interface HeaderMatch {
  readonly type: string;
  readonly name: string;
  readonly value: string;
}
interface RouteMatch {
  readonly path: { readonly type: string; readonly value: string };
  readonly headers?: readonly HeaderMatch[];
}
interface RouteRule {
  readonly matches: readonly RouteMatch[];
  readonly backendRefs: readonly { readonly name: string; readonly weight: number }[];
}

/** An exact path before a prefix, a longer prefix before a shorter, more headers before fewer. */
function precedence({ path, headers = [] }: RouteMatch): number {
  return (path.type === 'Exact' ? 1e6 : path.value.length * 100) + headers.length;
}

/** Prefixes count whole segments. */
function matchesPath(type: string, path: string, asked: string): boolean {
  if (type === 'Exact') return asked === path;
  const prefix = path.endsWith('/') ? path : `${path}/`;
  return asked === path || `${asked}/`.startsWith(prefix);
}
