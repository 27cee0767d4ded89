import type { Environment } from '@marcbachmann/cel-js';

/** A URL as an expression holds it: one with a host, or a path from the root. */
class Url {
  constructor(
    readonly text: string,
    readonly url: URL,
  ) {}
}

/**
 * `url('https://example.com')` and its methods.
 *
 * @source kubernetes@1.36 staging/src/k8s.io/apiserver/pkg/cel/library/urls.go
 */
export function registerUrl(environment: Environment): void {
  environment.registerType('kubernetes.URL', Url);
  environment.registerFunction('url(string): kubernetes.URL', (text: string) => {
    const found = urlOf(text);
    if (!found) throw new TypeError(`not a URL: ${text}`);
    return found;
  });
  environment.registerFunction('isURL(string): bool', (text: string) => urlOf(text) !== undefined);
  const part = (name: string, of: (url: Url) => unknown, type = 'string') =>
    environment.registerFunction(`kubernetes.URL.${name}(): ${type}`, of);
  part('getScheme', (url) => (isPath(url.text) ? '' : url.url.protocol.replace(/:$/, '')));
  part('getHost', ({ text }) => hostOf(text));
  part('getHostname', ({ text }) =>
    hostOf(text)
      .replace(PORT, '')
      .replace(/^\[|\]$/g, ''),
  );
  part('getPort', ({ text }) => PORT.exec(hostOf(text))?.[1] ?? '');
  part('getEscapedPath', ({ text, url }) => (url.pathname === '/' && !hasPath(text) ? '' : url.pathname));
  part(
    'getQuery',
    ({ url: { searchParams: query } }) =>
      Object.fromEntries([...query.keys()].map((key) => [key, [...query.getAll(key)]])),
    'map<string, list<string>>',
  );
}

const PORT = /:(\d*)$/;

function urlOf(text: string): Url | undefined {
  const whole = isPath(text) ? `path://none${text}` : text;
  return URL.canParse(whole) ? new Url(text, new URL(whole)) : undefined;
}

function isPath(text: string): boolean {
  return text.startsWith('/');
}

/** Host and port as they are written: a URL of this runtime leaves out the port that its scheme has anyway. */
function hostOf(text: string): string {
  return /^[^:/?#]+:\/\/(?:[^/?#@]*@)?([^/?#]*)/.exec(text)?.[1] ?? '';
}

function hasPath(text: string): boolean {
  return isPath(text) || /^[^:/?#]+:\/\/[^/?#]*\//.test(text);
}
