import { manifestField, manifestFieldObject } from '../../../kubernetes/manifest-field';
import type { RouteWords, ValueWord } from '../route-words';
import type { VirtualService } from './virtual-service';

/** Everything that VirtualServices look at. */
export function istioWords(all: readonly VirtualService[]): RouteWords {
  const matches = all.flatMap(({ routes }) => routes.flatMap(({ conditions }) => conditions.map(({ match }) => match)));
  const headers = new Map<string, readonly ValueWord[]>();
  const query = new Map<string, readonly ValueWord[]>();
  const add = (words: Map<string, readonly ValueWord[]>, name: string, value: unknown) =>
    words.set(name, [...(words.get(name) ?? []), ...valuesOf(value)]);
  for (const match of matches) {
    for (const field of ['headers', 'withoutHeaders'])
      for (const [name, value] of Object.entries(manifestFieldObject(match, field)))
        add(headers, name.toLowerCase(), value);
    for (const [name, value] of Object.entries(manifestFieldObject(match, 'queryParams'))) add(query, name, value);
  }
  return {
    hosts: all.flatMap(({ hosts }) => hosts.map((value): ValueWord => ({ type: 'exact', value }))),
    paths: matches.flatMap((match) => valuesOf(manifestField(match, 'uri'))),
    methods: matches.flatMap((match) => valuesOf(manifestField(match, 'method')).map(({ value }) => value)),
    headers,
    query,
  };
}

function valuesOf(match: unknown): ValueWord[] {
  const { exact, prefix, regex } = manifestFieldObject({ match }, 'match');
  if (exact !== undefined) return [{ type: 'exact', value: String(exact) }];
  if (prefix !== undefined) return [{ type: 'prefix', value: String(prefix) }];
  return regex === undefined ? [] : [{ type: 'expression', value: String(regex) }];
}
