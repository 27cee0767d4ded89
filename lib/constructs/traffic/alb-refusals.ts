import { wholeNumberProblem } from '../../kubernetes/whole-number';
import type { IngressOptions } from './ingress-options';
import { isCookieRule } from './is-cookie-rule';
import type { Backend, Canary, CookieRule, HeaderRule, HttpPath, TrafficIntent } from './traffic-intent';
import type { Refusal } from './traffic-provider';
import { refuseUnsupported } from './unsupported-options';

const PATH = /^\/[A-Za-z0-9._\-/]*$/;
/** Conditions of a rule. @see https://www.alibabacloud.com/help/en/slb/application-load-balancer/developer-reference/api-alb-2020-06-16-createrule */
const HEADER = /^(?!cookie$|host$)[-\w]{1,40}$/i;
const VALUE = /^(?! )[^*?\P{ASCII}\p{Cc}]{1,128}(?<! )$/u;
const COOKIE = /^[^*?#[\]{}|<>&]{1,100}$/;
const LISTENER = 'set it on the listener of the AlbConfig, for all that it serves';

/** What ALB Ingress has no word for. @see the dictionary of its annotations */
const LACKS = {
  connectionsPerClient: 'limit requestsPerSecondPerClient',
  maxBodySize: 'check the size in the service, or choose the provider ingress-nginx',
  connectTimeout: LISTENER,
  readTimeout: LISTENER,
  sendTimeout: LISTENER,
  requestTimeout: LISTENER,
  allowedSourceRanges: `${LISTENER}: aclConfig`,
};

/**
 * What ALB Ingress cannot do, or would silently do otherwise.
 *
 * @source alibaba/alibaba-load-balancer-controller@c9b32db pkg/controller/ingress/reconcile/builder/albconfig_manager/model_build_listener_rules.go
 */
export function albRefusals(intent: TrafficIntent): Refusal[] {
  const { paths, stable, canary, defaultBackend } = intent;
  const backends = [...paths.map(({ backend }) => backend), stable, canary?.backend, defaultBackend];
  return [
    ...paths.flatMap(({ path: got, type }) =>
      type === 'RegularExpression' || PATH.test(got) ? [] : [{ prop: 'paths', got, ...PLAIN_PATH }],
    ),
    ...backends.flatMap((backend) => (backend ? backendRefusals(backend) : [])),
    ...(canary ? canaryRefusals(canary, paths) : []),
    ...optionRefusals(intent),
    ...addedPrefix(intent),
    ...refuseUnsupported(intent, 'alb', LACKS),
  ];
}

function backendRefusals({ port, namespace }: Backend): Refusal[] {
  const prop = 'service';
  return [
    ...(typeof port === 'string' ? [{ prop, got: port, ...BY_NUMBER }] : []),
    ...(namespace === undefined ? [] : [{ prop, got: namespace, ...OWN_NAMESPACE }]),
  ];
}

function canaryRefusals({ rules = [], weightPercent = 0 }: Canary, paths: readonly HttpPath[]): Refusal[] {
  const own = paths.find(({ backend }) => backend);
  const last = rules.length - 1;
  return [
    ...rules.flatMap((rule, at) => {
      const refusals = isCookieRule(rule)
        ? cookieRefusals(rule, { isLast: at === last, weightPercent })
        : headerRefusals(rule);
      return refusals.map((refusal) => ({ ...refusal, prop: `canary.rules[${at}].${refusal.prop}` }));
    }),
    ...(weightPercent === 'stepped' ? [{ prop: 'canary.weightPercent', got: weightPercent, ...NO_STEPS }] : []),
    ...(weightPercent === 'stepped' || Number.isInteger(weightPercent)
      ? []
      : [{ prop: 'canary.weightPercent', got: weightPercent, ...WHOLE }]),
    ...(rules.length > 0 && own ? [{ prop: 'paths', got: own.path, ...RULES_FIRST }] : []),
  ];
}

/** A request that says "never" goes on to what is asked next, which must not give it the canary. */
function cookieRefusals(
  { cookie: got }: CookieRule,
  { isLast, weightPercent }: { readonly isLast: boolean; readonly weightPercent: number | 'stepped' },
): Refusal[] {
  const prop = 'cookie';
  return [
    ...(isLast ? [] : [{ prop, got, ...LAST }]),
    ...(weightPercent === 'stepped' || weightPercent > 0 ? [{ prop, got, ...NO_NEVER }] : []),
    ...(COOKIE.test(got) ? [] : [{ prop, got, ...COOKIE_NAME }]),
  ];
}

function headerRefusals({ header, value, pattern }: HeaderRule): Refusal[] {
  if (pattern !== undefined) return [{ prop: 'pattern', got: pattern, ...BY_VALUE }];
  if (value === undefined) return [{ prop: 'header', got: header, ...BY_VALUE }];
  return [
    ...(HEADER.test(header) ? [] : [{ prop: 'header', got: header, ...HEADER_NAME }]),
    ...(VALUE.test(value) ? [] : [{ prop: 'value', got: value, ...HEADER_VALUE }]),
  ];
}

function optionRefusals({ backendProtocol, sessionCookie, requestsPerSecondPerClient }: IngressOptions): Refusal[] {
  const protocol = backendProtocol === 'GRPCS' || backendProtocol === 'H2C' ? backendProtocol : undefined;
  const limit = requestsPerSecondPerClient && wholeNumberProblem(requestsPerSecondPerClient, 1, 1_000_000);
  const time = sessionCookie?.maxAge && wholeNumberProblem(sessionCookie.maxAge.toSeconds(), 1, 86_400);
  const mend = 'choose one in that range';
  return [
    ...(protocol ? [{ prop: 'backendProtocol', got: protocol, ...PROTOCOLS }] : []),
    ...(sessionCookie && sessionCookie.name !== 'SERVERID'
      ? [{ prop: 'sessionCookie.name', got: sessionCookie.name, ...ITS_OWN_NAME }]
      : []),
    ...(time
      ? [
          {
            prop: 'sessionCookie.maxAge',
            got: `${sessionCookie.maxAge?.toMilliseconds()}ms`,
            rule: `${time} seconds`,
            mend,
          },
        ]
      : []),
    ...(limit ? [{ prop: 'requestsPerSecondPerClient', got: requestsPerSecondPerClient, rule: limit, mend }] : []),
  ];
}

/** A path of an Ingress begins with "/", which no group can then take along. */
function addedPrefix({ rewrite, paths }: TrafficIntent): Refusal[] {
  if (!rewrite || !('replacePrefixMatch' in rewrite) || rewrite.replacePrefixMatch === '/') return [];
  const root = paths.some(({ path }) => path === '/');
  return root ? [{ prop: 'rewrite', got: rewrite.replacePrefixMatch, ...ONLY_REMOVED }] : [];
}

const PLAIN_PATH = { rule: 'must be letters, digits and "/-._" for alb', mend: 'choose a plain path' };
const BY_NUMBER = { rule: 'must be a number for alb', mend: 'give the port by its number' };
const OWN_NAMESPACE = {
  rule: 'must not be another namespace for alb',
  mend: 'make the Ingress in the namespace of the Service',
};
const BY_VALUE = {
  rule: 'needs a value for alb, which matches headers by one value alone',
  mend: 'make a rule of each value',
};
const HEADER_NAME = {
  rule: 'must be up to 40 letters, digits, "-" and "_" for alb, and neither Cookie nor Host',
  mend: 'choose another header, or a cookie rule',
};
const HEADER_VALUE = {
  rule: 'must be up to 128 printable characters without "*" and "?", which stand for others in alb',
  mend: 'choose a plain value',
};
const COOKIE_NAME = {
  rule: 'must be up to 100 characters without "*", "?" and any of "#[]{}|<>&" for alb',
  mend: 'choose a plain name',
};
const LAST = {
  rule: 'must come last for alb, which does not know "never" and asks the next rule',
  mend: 'put it behind the others, or decide by a header and its value',
};
const NO_NEVER = {
  rule: 'must not be given beside weightPercent for alb, which does not know "never"',
  mend: 'decide by the cookie alone, or by a header and its value',
};
const NO_STEPS = {
  rule: 'must not be stepped for alb: Argo Rollouts moves the weights of that of AWS alone',
  mend: 'step by releases.json, or choose the provider gateway-api',
};
const WHOLE = {
  rule: 'must be a whole number for alb, which has no canary-weight-total',
  mend: 'give whole percent, or choose a provider with relative weights: gateway-api, traefik, istio',
};
const RULES_FIRST = {
  rule: 'must not have a Service of its own beside a canary by header or cookie for alb, which asks the canary first',
  mend: 'give that path an Ingress of its own',
};
const PROTOCOLS = { rule: 'must be HTTP, HTTPS or GRPC for alb', mend: 'say GRPC where it is gRPC' };
const ITS_OWN_NAME = { rule: 'must be SERVERID for alb, which names the cookie itself', mend: 'call it SERVERID' };
const ONLY_REMOVED = {
  rule: 'must be "/" for the path "/" of an Ingress',
  mend: 'name the paths that are to be rewritten',
};
