import type { GatewayApi, GatewayFeature } from '../../kubernetes/ingress-provider';
import { canaryDecisions } from './canary-decisions';
import { isCookieRule } from './is-cookie-rule';
import { type Site, sitesWithDefaultRoute } from './site';
import type { Backend, TrafficIntent } from './traffic-intent';
import type { Refusal } from './traffic-provider';
import { refuseUnsupported } from './unsupported-options';

/** Most hosts of one HTTPRoute, rules of it, matches of one of its rules, and matches over all of them. */
const MAX_HOSTS = 16;
const MAX_RULES = 16;
const MAX_MATCHES_OF_RULE = 64;
const MAX_MATCHES = 128;
/** What the CRD takes in a path. */
const PATH = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/;

/** What Gateway API leaves to its implementations, and what these may not have. */
export function gatewayRefusals(intent: TrafficIntent, values: GatewayApi): Refusal[] {
  const { hosts, paths, tlsSecret, stable, canary, defaultBackend } = intent;
  const backends = [...paths.map(({ backend }) => backend), stable, canary?.backend, defaultBackend];
  return [
    ...expressionRefusals(intent, values),
    ...(tlsSecret === undefined ? [] : [{ prop: 'tlsSecret', got: tlsSecret, ...TLS_ELSEWHERE }]),
    ...paths.flatMap(({ path: got, type }) =>
      type === 'RegularExpression' || PATH.test(got) ? [] : [{ prop: 'paths', got, ...PATH_OF_CRD }],
    ),
    ...(hosts === 'every' ? [] : tooMany('hosts', hosts.length, MAX_HOSTS)),
    ...sitesWithDefaultRoute(intent).flatMap((site) => matchRefusals(site, intent)),
    ...(canary?.weightPercent === 'stepped' && canary.rules && canary.rules.length > 0
      ? [{ prop: 'canary.rules', got: canary.rules, ...WEIGHED_TOO }]
      : []),
    ...backends.flatMap((backend) => namedPort(backend)),
    ...optionRefusals(intent, values),
  ];
}

function expressionRefusals({ canary, paths }: TrafficIntent, values: GatewayApi): Refusal[] {
  const rules = values.headerRegularExpressions ? [] : (canary?.rules ?? []);
  const expressions = paths.filter(({ type }) => type === 'RegularExpression' && !values.pathRegularExpressions);
  return [
    ...rules.flatMap((rule, at) => {
      const [prop, got] = isCookieRule(rule) ? ['cookie', rule.cookie] : ['pattern', rule.pattern];
      return got === undefined ? [] : [{ prop: `canary.rules[${at}].${prop}`, got, ...NEEDS_EXPRESSIONS }];
    }),
    ...expressions.map(({ path: got }) => ({ prop: 'paths', got, ...NEEDS_PATH_EXPRESSIONS })),
  ];
}

function matchRefusals({ routes }: Site, { canary }: TrafficIntent): Refusal[] {
  const canaried = routes.filter((route) => route.canaried).length;
  const plain = routes.length - canaried;
  const rules = canary ? canaryDecisions(canary).length + 1 : 1;
  const most = Math.min(MAX_MATCHES_OF_RULE, Math.floor((MAX_MATCHES - plain) / rules));
  const services = new Set(routes.map(({ backend }) => JSON.stringify(backend))).size;
  return [
    ...tooMany('paths', canary ? canaried : plain, canary ? most : MAX_MATCHES_OF_RULE),
    ...tooMany('paths', services + rules - 1, MAX_RULES),
  ];
}

function namedPort(backend: Backend | undefined): Refusal[] {
  if (typeof backend?.port !== 'string') return [];
  return [{ prop: 'service', got: backend.port, ...PORT_BY_NUMBER }];
}

/** Options that need a feature beyond the core, in the order in which they are looked at. */
function featuresOf({ redirect, rewrite, requestTimeout, cors, plainHttp }: TrafficIntent) {
  const wanted: readonly (readonly [string, unknown, GatewayFeature])[] = [
    ['redirect', redirect?.url, 'HTTPRouteSchemeRedirect'],
    ['redirect', redirect?.url, 'HTTPRoutePathRedirect'],
    ['redirect', /^\w+:\/\/[^/?]+:/.test(redirect?.url ?? '') ? redirect?.url : undefined, 'HTTPRoutePortRedirect'],
    ['plainHttp', plainHttp === 'redirect' ? plainHttp : undefined, 'HTTPRouteSchemeRedirect'],
    ['rewrite', rewrite, 'HTTPRoutePathRewrite'],
    ['requestTimeout', requestTimeout && `${requestTimeout.toMilliseconds()}ms`, 'HTTPRouteRequestTimeout'],
    ['cors', cors?.allowOrigins, 'HTTPRouteCORS'],
  ];
  return wanted.filter(([, got]) => got !== undefined);
}

function optionRefusals(intent: TrafficIntent, { supportedFeatures = [], gateway }: GatewayApi): Refusal[] {
  const { redirect, rewrite, backendProtocol, plainHttp } = intent;
  const mend = 'add it to supportedFeatures of the cluster if its GatewayClass lists it';
  const missing = featuresOf(intent).filter(([, , feature]) => !supportedFeatures.includes(feature));
  return [
    ...missing.map(([prop, got, feature]) => ({ prop, got, rule: `needs the feature ${feature}`, mend })),
    ...(redirect?.url.includes('?') ? [{ prop: 'redirect', got: redirect.url, ...NO_QUERY }] : []),
    ...(rewrite && 'replaceExpressionMatch' in rewrite ? [{ prop: 'rewrite', got: rewrite, ...NO_GROUPS }] : []),
    ...(plainHttp === 'redirect' && !gateway.listeners
      ? [{ prop: 'plainHttp', got: plainHttp, ...NEEDS_LISTENERS }]
      : []),
    ...(backendProtocol && backendProtocol !== 'HTTP'
      ? [{ prop: 'backendProtocol', got: backendProtocol, ...SAID_BY_SERVICE }]
      : []),
    ...refuseUnsupported(intent, 'gateway-api', NOT_STANDARD),
  ];
}

const POLICY = "use a policy of the Gateway's implementation, or the provider traefik or ingress-nginx";

/** Not in the standard channel of Gateway API 1.6. */
const NOT_STANDARD = {
  requestsPerSecondPerClient: POLICY,
  connectionsPerClient: POLICY,
  sessionCookie: POLICY,
  maxBodySize: POLICY,
  connectTimeout: 'bound the whole request by requestTimeout',
  readTimeout: 'bound the whole request by requestTimeout',
  sendTimeout: 'bound the whole request by requestTimeout',
  allowedSourceRanges: POLICY,
};

/** @source argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi@abeca1c pkg/plugin/plugin.go getBackendRefs */
const WEIGHED_TOO = {
  rule: 'must not be given beside a stepped weight for gateway-api: Argo Rollouts would move the weights of their routes too',
  mend: 'give the steps a RolloutStep.setHeaderRoute',
};

const NEEDS_EXPRESSIONS = {
  rule: 'needs header regular expressions, which Gateway API leaves to the implementation',
  mend: 'set headerRegularExpressions on the cluster if its implementation matches by RE2, or decide by the value of a header',
};

const NEEDS_PATH_EXPRESSIONS = {
  rule: 'needs path regular expressions, which Gateway API leaves to the implementation',
  mend: 'set pathRegularExpressions on the cluster if its implementation matches by RE2, or name a prefix',
};

const TLS_ELSEWHERE = {
  rule: 'must not be set for gateway-api',
  mend: 'the Gateway holds the certificate, in its listener',
};

const PATH_OF_CRD = {
  rule: 'must be letters, digits and "/-._~!$&\'()*+,;=:@" for gateway-api',
  mend: 'write any other character percent-encoded, as two hexadecimal digits',
};

const PORT_BY_NUMBER = { rule: 'must be a number for gateway-api', mend: 'give the port by its number' };

const NO_QUERY = { rule: 'must have no query for gateway-api', mend: 'redirect to an address without one' };

const NO_GROUPS = {
  rule: 'must not be replaceExpressionMatch for gateway-api',
  mend: 'use replacePrefixMatch, or the provider traefik',
};

const NEEDS_LISTENERS = {
  rule: "needs the names of the Gateway's listeners",
  mend: 'set gateway.listeners on the cluster: routes of HTTP and of HTTPS differ then',
};

const SAID_BY_SERVICE = {
  rule: 'must be HTTP for gateway-api, where the Service says what it speaks',
  mend: 'set appProtocol on its port (kubernetes.io/h2c), a BackendTLSPolicy for HTTPS, or write a GRPCRoute',
};

function tooMany(prop: string, got: number, most: number): Refusal[] {
  if (got <= most) return [];
  return [{ prop, got, rule: `must be at most ${most} in one HTTPRoute`, mend: 'split it into several' }];
}
