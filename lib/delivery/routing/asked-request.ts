import type { InvalidValue } from '../../kubernetes/invalid-value';
import type { HttpRequest } from '../../simulators/canary/http-request';
import { RoutingRefused } from './routing-refused';

/** A request in the words of the command line, which are those of curl. */
export interface AskedOptions {
  /** Method, in any case. */
  readonly request: string;
  /** Headers, each as `Name: value`. */
  readonly header: readonly string[];
  /** Cookies, each as `name=value`; several may stand in one, as in the header. */
  readonly cookie: readonly string[];
  /** Service of the client's session cookie, as `namespace/name`. */
  readonly session?: string;
}

/** Name of a header. @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const HEADER = /^([A-Za-z0-9!#$%&'*+\-.^_`|~]+):\s*(.*)$/s;

/**
 * The request that somebody asks about: `https://hello.example.com/api?x=1`, or without a scheme for plain HTTP.
 *
 * @throws RoutingRefused naming all that is no part of a request
 */
export function askedRequest(url: string, { request, header, cookie, session }: AskedOptions): HttpRequest {
  const [, scheme = 'http', host = '', path = '/'] =
    /^(?:(https?):\/\/)?([^/?#\s:]+(?::\d+)?)([/?][^#\s]*)?$/i.exec(url) ?? [];
  const isPath = path.startsWith('/');
  const problems = [
    ...(host === '' ? [problem('url', url, 'must be an address', 'write https://hello.example.com/path')] : []),
    ...header
      .filter((one) => !HEADER.test(one))
      .map((one) => problem('--header', one, 'must be "Name: value"', 'write X-Canary: always')),
    ...cookie
      .filter((one) => !/^[^=\s]+=/.test(one))
      .map((one) => problem('--cookie', one, 'must be "name=value"', 'write canary=always')),
    ...(session === undefined || /^[^/]+\/[^/]+$/.test(session)
      ? []
      : [problem('--session', session, 'must be "namespace/service"', 'name the Service that gave the cookie')]),
  ];
  if (problems.length > 0) throw new RoutingRefused(problems);
  const headers = Object.fromEntries(header.map((one) => HEADER.exec(one)?.slice(1, 3) ?? []));
  const jar = [
    ...Object.entries<string>(headers).flatMap(([name, value]) => (/^cookie$/i.test(name) ? [value] : [])),
    ...cookie,
  ];
  return {
    scheme: scheme.toLowerCase() === 'https' ? 'https' : 'http',
    host: host.toLowerCase(),
    path: isPath ? path : `/${path}`,
    method: request.toUpperCase(),
    headers: jar.length === 0 ? headers : { ...withoutCookie(headers), Cookie: jar.join('; ') },
    session,
  };
}

function withoutCookie(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^cookie$/i.test(name)));
}

function problem(field: string, got: string, rule: string, mend: string): InvalidValue {
  return { field, got, rule, mend };
}
