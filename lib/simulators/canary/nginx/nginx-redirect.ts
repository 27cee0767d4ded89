import { goBoolValue, goIntValue } from '../../../kubernetes/go-value';
import type { ProxyStatus, Reason } from '../answer';
import type { Asked } from '../asked';
import type { NginxLocation, NginxServer } from './nginx-server';

/** A redirect in place of an answer. */
export interface NginxRedirect {
  readonly to: ProxyStatus;
  readonly reason: Reason;
}

const PREFIX = 'nginx.ingress.kubernetes.io/';

/**
 * The redirect that a location answers with, before any canary is thought of: to another address, or from plain HTTP to
 * HTTPS where the host has a certificate.
 *
 * @source kubernetes/ingress-nginx@dbb11b9 internal/ingress/annotations/redirect/redirect.go, rootfs/etc/nginx/lua/lua_ingress.lua rewrite
 */
export function nginxRedirect(
  { ingress }: NginxLocation,
  { encrypted }: Pick<NginxServer, 'encrypted'>,
  { scheme }: Asked,
): NginxRedirect | undefined {
  if (!ingress) return undefined;
  const noteOf = (name: string) => ingress.annotations[PREFIX + name] ?? '';
  const redirect = (status: number, text: string): NginxRedirect => ({
    to: { status },
    reason: { object: ingress.title, verdict: 'takes', text },
  });
  const temporal = noteOf('temporal-redirect');
  if (temporal !== '')
    return redirect(codeOf(noteOf('temporal-redirect-code')) ?? 302, `temporal-redirect to ${temporal}`);
  const permanent = noteOf('permanent-redirect');
  if (permanent !== '')
    return redirect(codeOf(noteOf('permanent-redirect-code')) ?? 301, `permanent-redirect to ${permanent}`);
  if (scheme === 'https') return undefined;
  if (goBoolValue(noteOf('force-ssl-redirect')))
    return redirect(308, 'force-ssl-redirect: plain HTTP is sent to HTTPS');
  const wanted = encrypted && goBoolValue(noteOf('ssl-redirect')) !== false;
  return wanted ? redirect(308, 'the host has a certificate: plain HTTP is sent to HTTPS') : undefined;
}

/** Only codes of redirects are taken. */
function codeOf(text: string): number | undefined {
  const code = goIntValue(text);
  return code !== undefined && code >= 300 && code <= 308 ? code : undefined;
}
