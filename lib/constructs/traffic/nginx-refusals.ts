import { isCookieRule } from './is-cookie-rule';
import type { CanaryRule, CookieRule, HeaderRule, HttpPath, TrafficIntent } from './traffic-intent';
import type { Refusal } from './traffic-provider';
import { refuseUnsupported } from './unsupported-options';

/** What the controller's validator lets through. Anything else it empties without a word, and the rule means another. */
const VALUE = /^[/\-._~a-zA-Z0-9:]+$/;
/** What nginx reads of a request's headers: ignore_invalid_headers is on, and underscores_in_headers off. */
const HEADER = /^[-A-Za-z0-9]+$/;
/** Paths of type Prefix and Exact. @source internal/ingress/inspector/rules.go */
const PATH = /^\/[A-Za-z0-9._\-/]*$/;
const PATTERN = /^[A-Za-z0-9/\-._~:^$[\](){}*+?|&=\\]+$/;

/**
 * What ingress-nginx cannot do, or would silently do otherwise.
 *
 * @source kubernetes/ingress-nginx@dbb11b9 internal/ingress/annotations/parser/validators.go
 */
export function nginxRefusals(intent: TrafficIntent): Refusal[] {
  const { paths, canary, sessionCookie } = intent;
  const byRule = canary?.rules && canary.rules.length > 0;
  return [
    ...paths.flatMap(pathRefusal),
    ...(canary?.rules ? canaryRefusals(canary.rules) : []),
    ...(sessionCookie && byRule ? [{ prop: 'sessionCookie', got: sessionCookie.name, ...BEFORE_CANARY }] : []),
    ...foreignPorts(intent),
    ...addedPrefix(intent),
    ...(intent.backendProtocol === 'H2C' ? [{ prop: 'backendProtocol', got: 'H2C', ...NO_H2C }] : []),
    ...(intent.cors && intent.cors.allowHeaders.length === 0
      ? [{ prop: 'cors.allowHeaders', got: [], ...OWN_HEADERS }]
      : []),
    ...(intent.cors && intent.cors.allowMethods.length === 0
      ? [{ prop: 'cors.allowMethods', got: [], ...OWN_HEADERS }]
      : []),
    ...refuseUnsupported(intent, 'ingress-nginx', { requestTimeout: 'bound each silence by readTimeout' }),
  ];
}

function pathRefusal({ path: got, type }: HttpPath): Refusal[] {
  const byExpression = type === 'RegularExpression';
  if ((byExpression ? PATTERN : PATH).test(got)) return [];
  if (byExpression) return [{ prop: 'paths', got, ...NOT_ALLOWED_IN_PATTERN }];
  const mend = 'choose a plain path, or the provider gateway-api';
  const rule = 'must be letters, digits and "/-._" for ingress-nginx, which ignores the Ingress';
  return [{ prop: 'paths', got, rule, mend }];
}

function canaryRefusals(rules: readonly CanaryRule[]): Refusal[] {
  const kinds = rules.map((rule) => (isCookieRule(rule) ? 'cookie' : 'header')).join(', ');
  return [
    ...(/^(header|cookie|header, cookie|)$/.test(kinds) ? [] : [{ prop: 'canary.rules', got: kinds, ...ITS_ORDER }]),
    ...rules.flatMap((rule, at) => {
      const refusals = isCookieRule(rule) ? cookieRefusals(rule) : headerRefusals(rule);
      return refusals.map((refusal) => ({ ...refusal, prop: `canary.rules[${at}].${refusal.prop}` }));
    }),
  ];
}

function cookieRefusals({ cookie: got }: CookieRule): Refusal[] {
  return VALUE.test(got) ? [] : [{ prop: 'cookie', got, ...NOT_PLAIN }];
}

function headerRefusals({ header, value, pattern }: HeaderRule): Refusal[] {
  return [
    ...(HEADER.test(header) ? [] : [{ prop: 'header', got: header, ...NOT_READ }]),
    ...(value === undefined || VALUE.test(value) ? [] : [{ prop: 'value', got: value, ...NOT_PLAIN }]),
    ...(pattern === undefined || PATTERN.test(pattern)
      ? []
      : [{ prop: 'pattern', got: pattern, ...NOT_ALLOWED_IN_PATTERN }]),
  ];
}

/** The Service that stands for one of another namespace has numbers only. */
function foreignPorts({ paths, stable, canary, defaultBackend }: TrafficIntent): Refusal[] {
  return [...paths.map(({ backend }) => backend), stable, canary?.backend, defaultBackend].flatMap((backend) =>
    backend?.namespace !== undefined && typeof backend.port === 'string'
      ? [{ prop: 'service', got: backend.port, ...BY_NUMBER }]
      : [],
  );
}

/** A path of an Ingress begins with "/", which no group can then take along. */
function addedPrefix({ rewrite, paths }: TrafficIntent): Refusal[] {
  if (!rewrite || !('replacePrefixMatch' in rewrite) || rewrite.replacePrefixMatch === '/') return [];
  const got = rewrite.replacePrefixMatch;
  return paths.some(({ path }) => path === '/') ? [{ prop: 'rewrite', got, ...ONLY_REMOVED }] : [];
}

const ITS_ORDER = {
  rule: 'must be one header, one cookie, or a header and then a cookie for ingress-nginx, which has no other order',
  mend: 'join values of a header into one pattern such as "^(a|b)$", or choose the provider gateway-api or traefik',
};

const NOT_READ = {
  rule: 'must be letters, digits and "-" for ingress-nginx, which drops headers of other names unread',
  mend: 'name the header without underscores and dots',
};

const NOT_PLAIN = {
  rule: 'must be letters, digits and "/-._~:" for ingress-nginx, which empties any other value without a word',
  mend: 'choose a plain value, or the provider gateway-api',
};

const NOT_ALLOWED_IN_PATTERN = {
  rule: 'must have no comma, space, quote or any of "!<>@%#;" for ingress-nginx, which empties such a pattern without a word',
  mend: 'write it without them, or choose the provider gateway-api',
};

const BEFORE_CANARY = {
  rule: 'must not be given beside a canary by header or cookie: ingress-nginx asks the session cookie first',
  mend: 'divide by weightPercent alone, or choose the provider traefik',
};

const BY_NUMBER = {
  rule: 'must be a number where the Service is in another namespace',
  mend: 'give the port by its number',
};

const ONLY_REMOVED = {
  rule: 'must be "/" for the path "/" of an Ingress',
  mend: 'name the paths that are to be rewritten, or choose the provider gateway-api',
};

const NO_H2C = {
  rule: 'must not be H2C for ingress-nginx',
  mend: 'say GRPC where it is gRPC, or choose the provider traefik',
};

const OWN_HEADERS = {
  rule: 'must name at least one for ingress-nginx, which has a list of its own otherwise',
  mend: 'name those that pages need',
};
