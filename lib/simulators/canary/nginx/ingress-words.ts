import type { RouteWords, ValueWord } from '../route-words';
import { byExpression } from './nginx-server';
import type { NginxIngress } from './nginx-upstream';

/** Everything that Ingresses with annotations of ingress-nginx look at. */
export function ingressWords(ingresses: readonly NginxIngress[]): RouteWords {
  const paths = ingresses.flatMap(({ ingress }) => ingress.paths.map((path) => ({ ...path, ingress })));
  const expressions = new Set(
    paths
      .filter(({ path, pathType, ingress }) =>
        byExpression({ locations: [{ path, pathType, ingress, isDefault: false }] }),
      )
      .map(({ host }) => host),
  );
  return {
    hosts: ingresses.flatMap(({ ingress }) => ingress.hosts.map((value): ValueWord => ({ type: 'exact', value }))),
    paths: paths.map(({ host, path, pathType }) => ({
      type: expressions.has(host) ? 'expression' : pathType === 'Exact' ? 'exact' : 'prefix',
      value: path,
    })),
    methods: [],
    headers: headersOf(ingresses),
    query: new Map(),
  };
}

const ALWAYS_OR_NEVER: readonly ValueWord[] = [
  { type: 'exact', value: 'always' },
  { type: 'exact', value: 'never' },
];

function headersOf(ingresses: readonly NginxIngress[]): Map<string, readonly ValueWord[]> {
  const headers = new Map<string, readonly ValueWord[]>();
  const add = (name: string, words: readonly ValueWord[]) =>
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), ...words]);
  for (const { canary } of ingresses) {
    if (!canary) continue;
    const { header, headerValue, headerPattern, cookie } = canary;
    if (header !== '') add(header, ALWAYS_OR_NEVER);
    if (header !== '' && headerValue !== '') add(header, [{ type: 'exact', value: headerValue }]);
    if (header !== '' && headerPattern !== '') add(header, [{ type: 'expression', value: headerPattern }]);
    if (cookie !== '')
      add(
        'cookie',
        ALWAYS_OR_NEVER.map(({ value }) => ({ type: 'exact', value: `${cookie}=${value}` })),
      );
  }
  return headers;
}
