import type { Cors, IngressOptions, Redirect } from './ingress-options';
import { isCookieRule } from './is-cookie-rule';
import type { CanaryRule } from './traffic-intent';

const PREFIX = 'alb.ingress.kubernetes.io/';

type Values = Readonly<Record<string, string | number | undefined>>;

/** Annotations of ALB Ingress. */
export type AlbAnnotations = Record<string, string>;

/** One way to pick the canary: ALB takes each header, each cookie and the weight on an Ingress of its own. */
export type AlbCanaryRule = CanaryRule | { readonly weightPercent: number | 'stepped' };

/** What makes an Ingress a canary by one rule. */
export function albCanaryAnnotations(rule: AlbCanaryRule): AlbAnnotations {
  if ('weightPercent' in rule) return annotations({ canary: 'true', 'canary-weight': rule.weightPercent });
  if (isCookieRule(rule)) return annotations({ canary: 'true', 'canary-by-cookie': rule.cookie });
  return annotations({ canary: 'true', 'canary-by-header': rule.header, 'canary-by-header-value': rule.value });
}

/**
 * What says the options of an Ingress. They belong to its rules, so a canary Ingress repeats them.
 *
 * @param services names of the Services of its paths, which a redirect is said for
 * @source alibaba/alibaba-load-balancer-controller@a9b1da3 pkg/controller/ingress/reconcile/annotations/annotations.go
 */
export function albOptionAnnotations(
  options: IngressOptions & { readonly tlsSecret?: unknown },
  expressions: { readonly target?: string } | undefined,
  services: readonly string[],
): AlbAnnotations {
  const { redirect, sessionCookie, cors, backendProtocol, plainHttp, tlsSecret } = options;
  const encrypted = tlsSecret !== undefined || plainHttp === 'redirect';
  return annotations({
    // both listeners get the rules; of itself a host with a certificate answers by HTTPS alone
    'listen-ports': encrypted ? '[{"HTTP":80},{"HTTPS":443}]' : undefined,
    'ssl-redirect': encrypted && plainHttp !== 'serve' ? 'true' : undefined,
    'use-regex': expressions && 'true',
    'rewrite-target': expressions?.target?.replace(/\$(\d)/g, '$${$1}'),
    ...(redirect ? redirectValues(redirect, services) : {}),
    'traffic-limit-ip-qps': options.requestsPerSecondPerClient,
    ...(sessionCookie
      ? {
          'sticky-session': 'true',
          'sticky-session-type': 'Insert',
          'cookie-timeout': sessionCookie.maxAge?.toSeconds(),
        }
      : {}),
    'backend-protocol': backendProtocol?.toLowerCase(),
    ...(cors ? corsValues(cors) : {}),
  });
}

function annotations(values: Values): AlbAnnotations {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [PREFIX + key, String(value)]));
}

function redirectValues({ url, status }: Redirect, services: readonly string[]): Values {
  const [, protocol = '', host = '', port, path = '/', query = ''] =
    /^(https?):\/\/([^:/?]+)(?::(\d+))?(\/[^?]*)?(?:\?(.*))?/.exec(url) ?? [];
  const RedirectConfig = {
    protocol: protocol.toUpperCase(),
    host,
    port: port ?? (protocol === 'https' ? '443' : '80'),
    path,
    query,
    httpCode: status === 'permanent' ? '301' : '302',
  };
  const action = JSON.stringify([{ type: 'Redirect', RedirectConfig }]);
  return Object.fromEntries(services.map((service) => [`actions.${service}`, action]));
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
