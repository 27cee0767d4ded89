import type { MiddlewareSpec } from '../../../imports/traefik.io';
import { literalRegularExpression } from '../../kubernetes/regular-expression';
import type { Cors, IngressOptions, Redirect, Rewrite } from './ingress-options';
import type { Route } from './site';

/** A Middleware, by what the end of its name says; the ones for some routes only name them. */
export interface TraefikMiddleware {
  readonly noun: string;
  readonly spec: MiddlewareSpec;
  /**
   * Path that it is for.
   *
   * @default - every path
   */
  readonly path?: string;
}

/** Bursts that pass, as ingress-nginx lets them. */
const BURST = 5;
/** The address of the connection. Left out, connections would be counted by host. */
const BY_CLIENT = { ipStrategy: { depth: 0 } };

/** Middlewares for the options of an Ingress, in the order in which requests go through them. */
export function traefikMiddlewares(options: IngressOptions, routes: readonly Route[]): TraefikMiddleware[] {
  const { allowedSourceRanges, requestsPerSecondPerClient: average, connectionsPerClient: amount } = options;
  const { redirect, cors, maxBodySize, rewrite } = options;
  const all: Readonly<Record<string, MiddlewareSpec | undefined>> = {
    'allowed-sources': allowedSourceRanges && { ipAllowList: { sourceRange: allowedSourceRanges } },
    'rate-limit': average === undefined ? undefined : { rateLimit: rateLimit(average) },
    connections: amount === undefined ? undefined : { inFlightReq: { amount, sourceCriterion: BY_CLIENT } },
    redirect: redirect && { redirectRegex: redirectRegex(redirect) },
    cors: cors && { headers: corsHeaders(cors) },
    'body-size': maxBodySize && { buffering: { maxRequestBodyBytes: maxBodySize.toKibibytes() * 1024 } },
  };
  return [
    ...Object.entries(all).flatMap(([noun, spec]) => (spec ? [{ noun, spec }] : [])),
    ...(rewrite ? rewriteMiddlewares(rewrite, routes) : []),
  ];
}

/** The Middleware that sends plain HTTP on to HTTPS. */
export function httpsMiddleware(): TraefikMiddleware {
  return { noun: 'https', spec: { redirectScheme: { scheme: 'https', permanent: true } } };
}

function rateLimit(average: number): NonNullable<MiddlewareSpec['rateLimit']> {
  return { average, burst: average * BURST, period: '1s', sourceCriterion: BY_CLIENT };
}

function redirectRegex({ url, status }: Redirect): NonNullable<MiddlewareSpec['redirectRegex']> {
  return { regex: '^.*$', replacement: url, permanent: status === 'permanent' };
}

function corsHeaders(cors: Cors): NonNullable<MiddlewareSpec['headers']> {
  return {
    accessControlAllowOriginList: cors.allowOrigins,
    accessControlAllowMethods: cors.allowMethods,
    accessControlAllowHeaders: cors.allowHeaders,
    accessControlAllowCredentials: cors.credentials === 'include',
    accessControlMaxAge: cors.maxAge.toSeconds(),
    addVaryHeader: true,
  };
}

/** Prefixes are replaced by one expression for all of them; groups are numbered by path, so those paths have one each. */
function rewriteMiddlewares(rewrite: Rewrite, routes: readonly Route[]): TraefikMiddleware[] {
  if ('replaceFullPath' in rewrite) {
    return [{ noun: 'rewrite', spec: { replacePath: { path: rewrite.replaceFullPath } } }];
  }
  const paths = [...new Set(routes.map(({ path }) => path))];
  if ('replacePrefixMatch' in rewrite) {
    const to = rewrite.replacePrefixMatch.replace(/\/$/, '');
    const prefixes = paths.map((path) => literalRegularExpression(path.replace(/\/$/, ''))).join('|');
    const [rest, replacement] = to === '' ? ['(?:/(.*))?', '/$1'] : ['(/.*)?', `${to}$1`];
    return [{ noun: 'rewrite', spec: { replacePathRegex: { regex: `^(?:${prefixes})${rest}$`, replacement } } }];
  }
  const replacement = rewrite.replaceExpressionMatch.replace(/\$(\d)/g, '$${$1}');
  return paths.map((path, at) => ({
    noun: at === 0 ? 'rewrite' : `rewrite-${at + 1}`,
    path,
    spec: { replacePathRegex: { regex: `(?i)^(?:${path}).*$`, replacement } },
  }));
}
