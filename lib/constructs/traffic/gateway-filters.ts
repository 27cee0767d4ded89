import type { HttpRouteFilter, HttpRouteRule, PathModifier } from '../../../imports/gateway.networking.k8s.io';
import type { Cors, IngressOptions, Redirect, Rewrite } from './ingress-options';

/** What every rule of a route says of the options; no Services answer where all is redirected. */
export type GatewayFilters = Pick<HttpRouteRule, 'filters' | 'timeouts'>;

/** The filters and times of a route's rules. */
export function gatewayFilters({ redirect, rewrite, cors, requestTimeout }: IngressOptions): GatewayFilters {
  const filters: HttpRouteFilter[] = [
    ...(redirect ? [redirectFilter(redirect)] : []),
    ...(rewrite ? [{ type: 'URLRewrite', urlRewrite: { path: modifier(rewrite) } } as const] : []),
    ...(cors ? [corsFilter(cors)] : []),
  ];
  return {
    filters: filters.length === 0 ? undefined : filters,
    timeouts: requestTimeout && { request: `${requestTimeout.toSeconds()}s` },
  };
}

/** The filter that sends plain HTTP on to HTTPS. */
export function httpsFilters(): GatewayFilters {
  return { filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] };
}

function redirectFilter({ url, status }: Redirect): HttpRouteFilter {
  const [, scheme = '', hostname = '', port, path = '/'] =
    /^(https?):\/\/([^:/?]+)(?::(\d+))?(\/[^?]*)?/.exec(url) ?? [];
  return {
    type: 'RequestRedirect',
    requestRedirect: {
      scheme: scheme === 'https' ? 'https' : 'http',
      hostname,
      port: port === undefined ? undefined : Number(port),
      path: { type: 'ReplaceFullPath', replaceFullPath: path },
      statusCode: status === 'permanent' ? 301 : 302,
    },
  };
}

function modifier(rewrite: Rewrite): PathModifier {
  if ('replaceFullPath' in rewrite) return { type: 'ReplaceFullPath', replaceFullPath: rewrite.replaceFullPath };
  const replacePrefixMatch = 'replacePrefixMatch' in rewrite ? rewrite.replacePrefixMatch : '/';
  return { type: 'ReplacePrefixMatch', replacePrefixMatch };
}

function corsFilter({ allowOrigins, allowMethods, allowHeaders, credentials, maxAge }: Cors): HttpRouteFilter {
  return {
    type: 'CORS',
    cors: {
      allowOrigins,
      allowMethods: allowMethods.length === 0 ? undefined : allowMethods,
      allowHeaders: allowHeaders.length === 0 ? undefined : allowHeaders,
      allowCredentials: credentials === 'include' ? true : undefined,
      maxAge: maxAge.toSeconds(),
    },
  };
}
