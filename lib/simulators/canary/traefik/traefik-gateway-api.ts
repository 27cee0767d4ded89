import type { Manifest } from '../../../kubernetes/manifest';
import { literalRegularExpression } from '../../../kubernetes/regular-expression';
import { type GatewayReferences, gatewayBackends } from '../gateway/gateway-backends';
import { type HttpRoute, type HttpRouteMatch, httpRoutes, matchInWords, type NamedValue } from '../gateway/http-route';
import { knownServices } from '../known-services';
import type { Router } from '../router';
import { traefikMuxer } from './traefik-muxer';
import type { TraefikRouter } from './traefik-router';
import type { TraefikService } from './traefik-service';

/**
 * Gateway API as Traefik 3.7 does it: of path, method, headers, host it makes one number each, and adds them up. So a host
 * with a long name, or a path with many headers, may overtake what the standard puts first.
 *
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/provider/kubernetes/gateway/httproute.go buildMatchRule
 */
export function traefikGatewayApi(manifests: readonly Manifest[]): Router {
  const references = { services: knownServices(manifests), manifests };
  return traefikMuxer(httpRoutes(manifests).flatMap((route) => routersOf(route, references)));
}

function routersOf(route: HttpRoute, references: GatewayReferences): TraefikRouter[] {
  const { rules, listeners, title } = route;
  return listeners.flatMap(({ hostnames, scheme }) =>
    rules.flatMap((rule, at) => {
      const { redirect } = rule;
      const service = serviceOf(route, rule, references);
      return rule.matches.map((match) => ({
        object: title,
        place: `rule ${at + 1} (${matchInWords(match)})`,
        rule: [hostRule(hostnames), ...matchRules(match)].filter(Boolean).join(' && '),
        priority: hostPriority(hostnames) + matchPriority(match) + rules.length - at,
        scheme,
        service,
        redirect: redirect === undefined ? undefined : () => redirect,
      }));
    }),
  );
}

/** The shares of the standard, as weights; where there are none Traefik has no server to send to. */
function serviceOf(route: HttpRoute, rule: HttpRoute['rules'][number], references: GatewayReferences): TraefikService {
  const { shares, why } = gatewayBackends(route, rule, references);
  if (why.some(({ text }) => text === 'all weights are 0' || text === 'the rule has no backend')) {
    return { kind: 'status', status: 503 };
  }
  const whole = shares.reduce((all, { part }) => all * part.of, 1);
  const services = shares.map(({ to, part }) => ({
    weight: (part.part * whole) / part.of,
    service:
      'status' in to ? ({ kind: 'status', ...to } as const) : ({ kind: 'pods', backend: to, state: 'ready' } as const),
  }));
  return { kind: 'weighted', services, sticky: 'none' };
}

function hostPriority(hostnames: readonly string[]): number {
  return Math.max(...hostnames.map((host) => host.length));
}

/** Any number of labels stand for the star. */
function hostRule(hostnames: readonly string[]): string {
  const rules = hostnames
    .filter((host) => host !== '')
    .map((host) =>
      host.startsWith('*.')
        ? call('HostRegexp', `^[a-z0-9-\\.]+\\.${literalRegularExpression(host.slice(2))}$`)
        : call('Host', host),
    );
  return rules.length > 1 ? `(${rules.join(' || ')})` : (rules[0] ?? '');
}

function matchPriority({ path, method, headers, query }: HttpRouteMatch): number {
  const byPath =
    path.type === 'Exact'
      ? 100_000
      : path.type === 'PathPrefix' && path.value === '/'
        ? 1
        : 10_000 + path.value.length * 100;
  return byPath + (method === undefined ? 0 : 1000) + headers.length * 100 + query.length * 10;
}

function matchRules({ path, method, headers, query }: HttpRouteMatch): string[] {
  const named = (matcher: string) => (one: NamedValue) =>
    call(one.type === 'Exact' ? matcher : `${matcher}Regexp`, one.name, one.value);
  return [
    pathRule(path),
    ...(method === undefined ? [] : [call('Method', method)]),
    ...headers.map(named('Header')),
    ...query.map(named('Query')),
  ];
}

function pathRule({ type, value }: HttpRouteMatch['path']): string {
  if (type === 'Exact') return call('Path', value);
  if (type === 'RegularExpression') return call('PathRegexp', value);
  if (value === '/') return call('PathPrefix', value);
  const whole = value.replace(/\/$/, '');
  return `(${call('Path', whole)} || ${call('PathPrefix', `${whole}/`)})`;
}

function call(matcher: string, ...values: readonly string[]): string {
  return `${matcher}(${values.map((value) => JSON.stringify(value)).join(', ')})`;
}
