import type { Environment } from '@marcbachmann/cel-js';

/** A URL as an expression holds it. */
class Url {
  constructor(readonly url: URL) {}
}

/**
 * `url('https://example.com')` and its methods.
 *
 * @source kubernetes@1.36 staging/src/k8s.io/apiserver/pkg/cel/library/urls.go
 */
export function registerUrl(environment: Environment): void {
  environment.registerType('kubernetes.URL', Url);
  environment.registerFunction('url(string): kubernetes.URL', (text: string) => new Url(new URL(text)));
  environment.registerFunction('isURL(string): bool', (text: string) => URL.canParse(text));
  const part = (name: string, of: (url: URL) => string) =>
    environment.registerFunction(`kubernetes.URL.${name}(): string`, ({ url }: Url) => of(url));
  part('getScheme', ({ protocol }) => protocol.replace(/:$/, ''));
  part('getHost', ({ host }) => host);
  part('getHostname', ({ hostname }) => hostname.replace(/^\[|\]$/g, ''));
  part('getPort', ({ port }) => port);
  part('getEscapedPath', ({ pathname }) => pathname);
}
