import type { Construct } from 'constructs';
import { type HeaderMatch, HttpRoute, type HttpRouteRule } from '../../../imports/gateway.networking.k8s.io';
import type { GatewayApi } from '../../kubernetes/ingress-provider';
import type { Backend, TrafficIntent } from './traffic-intent';
import type { Refusal, TrafficProvider } from './traffic-provider';

type Canary = NonNullable<TrafficIntent['canary']>;

const GROUP = 'gateway.networking.k8s.io';
/** Most hosts of one HTTPRoute, matches of one of its rules, and matches over all of them. */
const MAX_HOSTS = 16;
const MAX_MATCHES_OF_RULE = 64;
const MAX_MATCHES = 128;
/** What the CRD takes in a path. */
const PATH = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/;

/**
 * One HTTPRoute of Gateway API v1. Every default of the API is written out: left out, Argo CD sees a difference for ever.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export function gatewayApi(values: GatewayApi): TrafficProvider {
  return {
    refusals: (intent) => refusals(intent, values.headerRegularExpressions),
    define: (scope, name, intent) => [route(scope, name, intent, values)],
    conflicts: () => [],
  };
}

function refusals(intent: TrafficIntent, regularExpressions: boolean): Refusal[] {
  const { headerPattern, cookie } = intent.canary ?? {};
  const byExpression = regularExpressions ? [] : Object.entries({ headerPattern, cookie });
  return [
    ...byExpression.flatMap(([prop, got]) =>
      got === undefined ? [] : [{ prop: `canary.${prop}`, got, ...NEEDS_EXPRESSIONS }],
    ),
    ...(intent.tlsSecret === undefined ? [] : [{ prop: 'tlsSecret', got: intent.tlsSecret, ...TLS_ELSEWHERE }]),
    ...intent.paths.flatMap(({ path: got }) => (PATH.test(got) ? [] : [{ prop: 'paths', got, ...PATH_OF_CRD }])),
    ...tooMany('hosts', intent.hosts.length, MAX_HOSTS),
    ...tooMany(
      'paths',
      intent.paths.length,
      Math.min(MAX_MATCHES_OF_RULE, Math.floor(MAX_MATCHES / rules(intent).length)),
    ),
  ];
}

const NEEDS_EXPRESSIONS = {
  rule: 'needs header regular expressions, which Gateway API leaves to the implementation',
  mend: 'set headerRegularExpressions on the cluster if its implementation matches by RE2, or decide by headerValue',
};

const TLS_ELSEWHERE = {
  rule: 'must not be set for gateway-api',
  mend: 'the Gateway holds the certificate, in its listener',
};

const PATH_OF_CRD = {
  rule: 'must be letters, digits and "/-._~!$&\'()*+,;=:@" for gateway-api',
  mend: 'write any other character percent-encoded, as two hexadecimal digits',
};

function tooMany(prop: string, got: number, most: number): Refusal[] {
  if (got <= most) return [];
  return [
    {
      prop,
      got,
      rule: `must be at most ${most} in one HTTPRoute`,
      mend: 'split it into several',
    },
  ];
}

function route(scope: Construct, name: string, intent: TrafficIntent, { gateway }: GatewayApi): HttpRoute {
  return new HttpRoute(scope, 'Route', {
    metadata: { name },
    spec: {
      parentRefs: [{ group: GROUP, kind: 'Gateway', name: gateway.name, namespace: gateway.namespace }],
      hostnames: intent.hosts,
      rules: rules(intent),
    },
  });
}

/**
 * Rules in the order of precedence: among matches of the same path, those with a header win over those without, and of
 * equals the first in the list. So each repeats every path, and `never` stands before what would pick the canary.
 */
function rules({ paths, stable, canary }: TrafficIntent): HttpRouteRule[] {
  const rule = (
    headers: readonly HeaderMatch[] | undefined,
    ...to: readonly (Backend & { readonly weight: number })[]
  ): HttpRouteRule => ({
    matches: paths.map(({ path, type }) => ({
      path: { type: type === 'Prefix' ? 'PathPrefix' : 'Exact', value: path },
      headers,
    })),
    backendRefs: to.map(({ service, port, weight }) => ({ group: '', kind: 'Service', name: service, port, weight })),
  });
  if (!canary) return [rule(undefined, { ...stable, weight: 1 })];
  const [whole, none] = [
    { ...canary.backend, weight: 1 },
    { ...stable, weight: 1 },
  ];
  const weight = canary.weightPercent ?? 0;
  return [
    ...headerRules(canary).map(({ match, picksCanary }) => rule([match], picksCanary ? whole : none)),
    ...cookieRules(canary).map(({ match, picksCanary }) => rule([match], picksCanary ? whole : none)),
    rule(undefined, { ...stable, weight: 100 - weight }, { ...canary.backend, weight }),
  ];
}

interface Decision {
  readonly match: HeaderMatch;
  readonly picksCanary: boolean;
}

function headerRules({ header, headerValue, headerPattern }: Canary): Decision[] {
  if (!header) return [];
  const exactly = (value: string, picksCanary: boolean): Decision => ({
    match: { type: 'Exact', name: header, value },
    picksCanary,
  });
  if (headerValue !== undefined) return [exactly(headerValue, true)];
  if (headerPattern === undefined) return [exactly('always', true), exactly('never', false)];
  // some implementations search, others match the whole value: so written, both find the pattern anywhere
  return [
    { match: { type: 'RegularExpression', name: header, value: `^.*(?:${headerPattern}).*$` }, picksCanary: true },
  ];
}

function cookieRules({ cookie }: Canary): Decision[] {
  if (!cookie) return [];
  const name = cookie.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const set = (value: string, picksCanary: boolean): Decision => ({
    match: { type: 'RegularExpression', name: 'Cookie', value: `^(.*;\\s*)?${name}=${value}(;.*)?$` },
    picksCanary,
  });
  return [set('always', true), set('never', false)];
}
