import type { RouteWords, ValueWord } from '../route-words';
import type { HttpRoute, NamedValue } from './http-route';

/** Everything that HTTPRoutes look at. */
export function gatewayWords(routes: readonly HttpRoute[]): RouteWords {
  const matches = routes.flatMap(({ rules }) => rules.flatMap((rule) => rule.matches));
  const hosts = routes.flatMap(({ listeners }) => listeners.flatMap(({ hostnames }) => hostnames));
  return {
    hosts: hosts.map((value) => ({ type: 'exact', value })),
    paths: matches.map(({ path: { type, value } }) => ({
      type: type === 'Exact' ? 'exact' : type === 'PathPrefix' ? 'prefix' : 'expression',
      value,
    })),
    methods: matches.flatMap(({ method }) => method ?? []),
    headers: grouped(
      matches.flatMap(({ headers }) => headers.map((one) => ({ ...one, name: one.name.toLowerCase() }))),
    ),
    query: grouped(matches.flatMap(({ query }) => query)),
  };
}

function grouped(all: readonly NamedValue[]): Map<string, ValueWord[]> {
  const words = new Map<string, ValueWord[]>();
  for (const { name, type, value } of all) {
    const word: ValueWord = { type: type === 'Exact' ? 'exact' : 'expression', value };
    words.set(name, [...(words.get(name) ?? []), word]);
  }
  return words;
}
