import type { HttpRequest } from './http-request';

/** A request, taken apart the way proxies do: what matchers look at. */
export interface Asked {
  /** In lower case, without its port. */
  readonly host: string;
  /** As it was sent, without the query. */
  readonly path: string;
  readonly query: ReadonlyMap<string, readonly string[]>;
  readonly method: string;
  readonly scheme: 'http' | 'https';
  /** Headers by name in lower case; all cookies are one header. */
  readonly headers: ReadonlyMap<string, string>;
  readonly cookies: ReadonlyMap<string, string>;
  /** Service that the session cookie is of, as `namespace/name`. */
  readonly session?: string;
}

/** Takes a request apart. */
export function askedBy(request: HttpRequest): Asked {
  const { host, method = 'GET', scheme = 'http', session } = request;
  const [path = '/', query = ''] = splitAt(request.path, '?');
  const headers = new Map(Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const own = Object.entries(request.cookies ?? {}).map(([name, value]) => `${name}=${value}`);
  const sent = headers.get('cookie');
  const jar = [...(sent === undefined ? [] : [sent]), ...own].join('; ');
  if (jar !== '') headers.set('cookie', jar);
  return {
    host: host.toLowerCase().replace(/:\d+$/, ''),
    path: path === '' ? '/' : path,
    query: queryOf(query),
    method: method.toUpperCase(),
    scheme,
    headers,
    cookies: cookiesOf(jar),
    session,
  };
}

function queryOf(query: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(query)) values.set(name, [...(values.get(name) ?? []), value]);
  return values;
}

/** The first of a name counts. */
function cookiesOf(jar: string): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of jar.split(';')) {
    const [name = '', value] = splitAt(pair.trim(), '=');
    if (value !== undefined && !cookies.has(name)) cookies.set(name, value);
  }
  return cookies;
}

function splitAt(text: string, sign: string): [string, string?] {
  const at = text.indexOf(sign);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
