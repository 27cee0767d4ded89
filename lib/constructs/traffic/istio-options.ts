import type { CorsPolicy, HttpRedirect, HttpRewrite, VirtualServiceRule } from '../../../imports/networking.istio.io';
import { literalRegularExpression } from '../../kubernetes/regular-expression';
import type { Cors, IngressOptions, Redirect, Rewrite } from './ingress-options';
import type { Route } from './site';

/** What a rule says of the options of its path. */
export function istioOptions(
  { redirect, rewrite, requestTimeout, cors }: IngressOptions,
  route: Pick<Route, 'path'>,
): Partial<VirtualServiceRule> {
  return {
    redirect: redirect && redirectTo(redirect),
    rewrite: rewrite && rewriteOf(rewrite, route),
    timeout: requestTimeout && `${requestTimeout.toSeconds()}s`,
    corsPolicy: cors && corsPolicy(cors),
  };
}

function redirectTo({ url, status }: Redirect): HttpRedirect {
  const [, scheme, authority, port, uri = '/'] = /^(https?):\/\/([^:/?]+)(?::(\d+))?(.*)$/.exec(url) ?? [];
  return {
    scheme,
    authority,
    port: port === undefined ? undefined : Number(port),
    uri: uri.startsWith('/') ? uri : `/${uri}`,
    redirectCode: status === 'permanent' ? 301 : 302,
  };
}

/** By expressions all of them: what replaces a prefix would differ for the prefix and for what is below it. */
function rewriteOf(rewrite: Rewrite, { path }: Pick<Route, 'path'>): HttpRewrite {
  if ('replaceFullPath' in rewrite) return byExpression('^.*$', rewrite.replaceFullPath);
  if ('replaceExpressionMatch' in rewrite) return byExpression(`(?i)^(?:${path}).*$`, rewrite.replaceExpressionMatch);
  const prefix = literalRegularExpression(path.replace(/\/$/, ''));
  const to = rewrite.replacePrefixMatch.replace(/\/$/, '');
  return to === '' ? byExpression(`^${prefix}/?(.*)$`, '/$1') : byExpression(`^${prefix}(/.*)?$`, `${to}$1`);
}

function byExpression(match: string, rewrite: string): HttpRewrite {
  return { uriRegexRewrite: { match, rewrite: rewrite.replace(/\$(\d)/g, '\\$1') } };
}

function corsPolicy({ allowOrigins, allowMethods, allowHeaders, credentials, maxAge }: Cors): CorsPolicy {
  return {
    allowOrigins: allowOrigins.map((origin) => (origin === '*' ? { regex: '.*' } : { exact: origin })),
    allowMethods,
    allowHeaders,
    allowCredentials: credentials === 'include',
    maxAge: `${maxAge.toSeconds()}s`,
  };
}
