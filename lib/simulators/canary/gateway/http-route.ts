import type { Manifest } from '../../../kubernetes/manifest';
import { manifestField, manifestFieldList, manifestFieldText } from '../../../kubernetes/manifest-field';
import { namespaceOf } from '../../../kubernetes/namespace-of';
import { objectName } from '../object-name';
import { type GatewayListener, gatewayListeners } from './gateway-listener';

/** A header or query parameter that a match asks for. */
export interface NamedValue {
  readonly type: 'Exact' | 'RegularExpression';
  readonly name: string;
  readonly value: string;
}

/** One of several conditions, each of which is enough for a rule. All parts of it have to hold. */
export interface HttpRouteMatch {
  readonly path: { readonly type: 'Exact' | 'PathPrefix' | 'RegularExpression'; readonly value: string };
  /** @default - any */
  readonly method?: string;
  /** Those whose name stands twice are here once: the first counts. */
  readonly headers: readonly NamedValue[];
  readonly query: readonly NamedValue[];
}

/** A rule: who gets what its matches take. */
export interface HttpRouteRule {
  readonly matches: readonly HttpRouteMatch[];
  readonly backendRefs: readonly unknown[];
  /** Status of the redirect that it answers with. @default - it sends requests on */
  readonly redirect?: number;
}

/** An HTTPRoute, as implementations read it, with every default of the API filled in. */
export interface HttpRoute {
  readonly title: string;
  readonly namespace: string;
  readonly name: string;
  readonly created: string;
  readonly listeners: readonly GatewayListener[];
  readonly rules: readonly HttpRouteRule[];
}

const EVERY_PATH = { type: 'PathPrefix', value: '/' } as const;

/** The HTTPRoutes among some manifests. @source sigs.k8s.io/gateway-api@1.6.3 apis/v1/httproute_types.go */
export function httpRoutes(manifests: readonly Manifest[]): HttpRoute[] {
  return manifests
    .filter(({ kind, apiVersion }) => kind === 'HTTPRoute' && apiVersion.startsWith('gateway.networking.k8s.io/'))
    .map((route) => ({
      title: objectName(route),
      namespace: namespaceOf(route),
      name: route.metadata.name ?? '',
      created: manifestFieldText(route, 'metadata.creationTimestamp') ?? '',
      listeners: gatewayListeners(route, manifests),
      rules: manifestFieldList(route, 'spec.rules').map(ruleOf),
    }));
}

/** A match in words: `path /api (PathPrefix), header X-Canary is "always"`. */
export function matchInWords({ path, method, headers, query }: HttpRouteMatch): string {
  const named = (what: string) => (one: NamedValue) =>
    `${what} ${one.name} ${one.type === 'Exact' ? 'is' : 'has'} ${JSON.stringify(one.value)}`;
  return [
    `path ${path.value} (${path.type})`,
    ...(method === undefined ? [] : [`method ${method}`]),
    ...headers.map(named('header')),
    ...query.map(named('query')),
  ].join(', ');
}

function ruleOf(rule: unknown): HttpRouteRule {
  const matches = manifestFieldList(rule, 'matches').map(matchOf);
  const redirect = manifestFieldList(rule, 'filters').find((one) => manifestField(one, 'type') === 'RequestRedirect');
  const status = manifestField(redirect, 'requestRedirect.statusCode');
  return {
    matches: matches.length === 0 ? [{ path: EVERY_PATH, headers: [], query: [] }] : matches,
    backendRefs: manifestFieldList(rule, 'backendRefs'),
    redirect: redirect === undefined ? undefined : typeof status === 'number' ? status : 302,
  };
}

function matchOf(match: unknown): HttpRouteMatch {
  const type = manifestFieldText(match, 'path.type') ?? EVERY_PATH.type;
  return {
    path: {
      type: type === 'Exact' || type === 'RegularExpression' ? type : 'PathPrefix',
      value: manifestFieldText(match, 'path.value') ?? EVERY_PATH.value,
    },
    method: manifestFieldText(match, 'method'),
    headers: named(match, 'headers', (name) => name.toLowerCase()),
    query: named(match, 'queryParams', (name) => name),
  };
}

function named(match: unknown, field: string, same: (name: string) => string): NamedValue[] {
  const all = manifestFieldList(match, field).map((one): NamedValue => {
    const type = manifestField(one, 'type') === 'RegularExpression' ? 'RegularExpression' : 'Exact';
    return { type, name: String(manifestField(one, 'name')), value: String(manifestField(one, 'value') ?? '') };
  });
  return all.filter(({ name }, at) => all.findIndex((other) => same(other.name) === same(name)) === at);
}
