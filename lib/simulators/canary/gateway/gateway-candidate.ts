import type { Asked } from '../asked';
import { hostMatches } from '../host-matches';
import { type HttpRoute, type HttpRouteMatch, type HttpRouteRule, matchInWords } from './http-route';
import { type RouteCondition, routeCondition } from './route-condition';

/** One match of one rule on one host: what a request is held against. */
export interface GatewayCandidate {
  readonly route: HttpRoute;
  readonly rule: HttpRouteRule;
  readonly match: HttpRouteMatch;
  readonly host: string;
  readonly scheme: 'http' | 'https' | 'both';
  readonly condition: RouteCondition;
  /** Where it stands, and what it asks for. */
  readonly text: string;
}

/** Every match of some routes on every host, the one that is asked first in front. */
export function gatewayCandidates(routes: readonly HttpRoute[]): GatewayCandidate[] {
  const all = routes.flatMap((route) =>
    route.listeners.flatMap(({ hostnames, scheme }) =>
      hostnames.flatMap((host) =>
        route.rules.flatMap((rule) =>
          rule.matches.map((match) => {
            const text = `${place(route, rule)}: host ${host === '' ? '(every)' : host}, ${matchInWords(match)}`;
            return { route, rule, match, host, scheme, condition: routeCondition(match), text };
          }),
        ),
      ),
    ),
  );
  // sort() keeps the order of equals: the first rule of a route wins
  return all.sort(byPrecedence);
}

function place(route: HttpRoute, rule: HttpRouteRule): string {
  return `rule ${route.rules.indexOf(rule) + 1}`;
}

/** Whether a request came to the host of a candidate, by a listener that it stands behind. */
export function isForHost({ host, scheme }: GatewayCandidate, asked: Asked): boolean {
  return (scheme === 'both' || scheme === asked.scheme) && hostMatches(host, asked.host, 'any-depth');
}

/**
 * The order of precedence over all rules of all routes: the host first, then the match, then the route. Where an expression
 * stands among paths is left to implementations: here it counts as a prefix of as many letters.
 *
 * @source sigs.k8s.io/gateway-api@1.6.3 apis/v1/httproute_types.go HTTPRouteSpec.hostnames, HTTPRouteRule.matches
 */
function byPrecedence(one: GatewayCandidate, other: GatewayCandidate): number {
  const [mine, theirs] = [rank(one), rank(other)];
  const at = mine.findIndex((value, index) => value !== theirs[index]);
  if (at !== -1) return (theirs[at] ?? 0) - (mine[at] ?? 0);
  const key = ({ route }: GatewayCandidate) => [route.created, `${route.namespace}/${route.name}`];
  const [[created = '', name = ''], [otherCreated = '', otherName = '']] = [key(one), key(other)];
  return compare(created, otherCreated) || compare(name, otherName);
}

function rank({ host, match }: GatewayCandidate): number[] {
  const { path, method, headers, query } = match;
  return [
    host.startsWith('*') ? 0 : host.length,
    host.length,
    path.type === 'Exact' ? 1 : 0,
    path.type === 'Exact' ? 0 : path.value.length,
    method === undefined ? 0 : 1,
    headers.length,
    query.length,
  ];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
