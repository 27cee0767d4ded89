import type { Size } from 'cdk8s';
import { canaryWeight } from './canary-weight';
import type { Cors, IngressOptions, Redirect, SessionCookie } from './ingress-options';
import { nginxRuleAnnotations } from './nginx-rule-annotations';
import type { CanaryRules } from './traffic-intent';

const PREFIX = 'nginx.ingress.kubernetes.io/';

type Values = Readonly<Record<string, string | number | undefined>>;

/** Annotations of ingress-nginx, or none. */
export type NginxAnnotations = Record<string, string> | undefined;

/** What makes an Ingress a canary. A total of 100 is left out: it is the controller's own, and a smaller one it ignores. */
export function nginxCanaryAnnotations(canary: CanaryRules): NginxAnnotations {
  const { weight, total } = canaryWeight(canary.weightPercent);
  return annotations({
    canary: 'true',
    ...nginxRuleAnnotations(canary),
    'canary-weight': canary.weightPercent === undefined ? undefined : weight,
    'canary-weight-total': total > 100 ? total : undefined,
  });
}

/**
 * What says the options of an Ingress.
 *
 * @param expressions how paths are written as regular expressions; nothing where they are plain
 * @source kubernetes/ingress-nginx@dbb11b9 internal/ingress/annotations
 */
export function nginxOptionAnnotations(
  options: IngressOptions & { readonly tlsSecret?: unknown },
  expressions: { readonly target?: string } | undefined,
): NginxAnnotations {
  const { redirect, sessionCookie, maxBodySize, cors, connectTimeout, readTimeout, sendTimeout } = options;
  return annotations({
    'use-regex': expressions && 'true',
    'rewrite-target': expressions?.target,
    ...(redirect ? redirectValues(redirect) : {}),
    ...plainHttpValues(options),
    'limit-rps': options.requestsPerSecondPerClient,
    'limit-connections': options.connectionsPerClient,
    ...(sessionCookie ? cookieValues(sessionCookie, expressions !== undefined) : {}),
    'backend-protocol': options.backendProtocol,
    'proxy-body-size': maxBodySize && nginxSize(maxBodySize),
    // nginx's default; Traefik looks at the size only where it is said
    'proxy-request-buffering': maxBodySize && 'on',
    'proxy-connect-timeout': connectTimeout?.toSeconds(),
    'proxy-read-timeout': readTimeout?.toSeconds(),
    'proxy-send-timeout': sendTimeout?.toSeconds(),
    'allowlist-source-range': options.allowedSourceRanges?.join(','),
    ...(cors ? corsValues(cors) : {}),
  });
}

function annotations(values: Values): NginxAnnotations {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return given.length === 0
    ? undefined
    : Object.fromEntries(given.map(([key, value]) => [PREFIX + key, String(value)]));
}

function redirectValues({ url, status }: Redirect): Values {
  return { [status === 'permanent' ? 'permanent-redirect' : 'temporal-redirect']: url };
}

/** With a certificate the controller redirects unless told not to; without one, TLS ends before it. */
function plainHttpValues({ plainHttp, tlsSecret }: IngressOptions & { readonly tlsSecret?: unknown }): Values {
  if (plainHttp === 'redirect') return { [tlsSecret ? 'ssl-redirect' : 'force-ssl-redirect']: 'true' };
  return { 'ssl-redirect': plainHttp && 'false' };
}

/** Of paths that are regular expressions the controller can make no path for the cookie. */
function cookieValues({ name, maxAge }: SessionCookie, byExpression: boolean): Values {
  return {
    affinity: 'cookie',
    'session-cookie-name': name,
    'session-cookie-max-age': maxAge?.toSeconds(),
    'session-cookie-expires': maxAge?.toSeconds(),
    'session-cookie-path': byExpression ? '/' : undefined,
  };
}

function nginxSize(size: Size): string {
  const kibibytes = size.toKibibytes();
  return kibibytes % 1024 === 0 ? `${kibibytes / 1024}m` : `${kibibytes}k`;
}

function corsValues({ allowOrigins, allowMethods, allowHeaders, credentials, maxAge }: Cors): Values {
  return {
    'enable-cors': 'true',
    'cors-allow-origin': allowOrigins.join(','),
    'cors-allow-methods': allowMethods.join(','),
    'cors-allow-headers': allowHeaders.join(','),
    'cors-allow-credentials': String(credentials === 'include'),
    'cors-max-age': maxAge.toSeconds(),
  };
}
