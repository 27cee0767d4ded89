import type { RouteWords, ValueWord } from '../route-words';
import type { Rule } from './rule';

/** Everything that rules look at. */
export function traefikWords(rules: readonly Rule[]): RouteWords {
  const all = rules.flatMap(({ matchers }) => matchers);
  const of = (name: string, type: ValueWord['type']): ValueWord[] =>
    all.flatMap(({ name: own, values }) => (own.toLowerCase() === name ? [{ type, value: values[0] ?? '' }] : []));
  const named = (name: string, same: (name: string) => string) => {
    const words = new Map<string, ValueWord[]>();
    for (const { name: own, values } of all) {
      if (own.toLowerCase() !== name && own.toLowerCase() !== `${name}regexp`) continue;
      const [key = '', value = ''] = values;
      const type = own.toLowerCase() === name ? 'exact' : 'expression';
      words.set(same(key), [...(words.get(same(key)) ?? []), { type, value }]);
    }
    return words;
  };
  return {
    hosts: [...of('host', 'exact'), ...of('hostregexp', 'expression')],
    paths: [...of('path', 'exact'), ...of('pathprefix', 'prefix'), ...of('pathregexp', 'expression')],
    methods: of('method', 'exact').map(({ value }) => value.toUpperCase()),
    headers: named('header', (key) => key.toLowerCase()),
    query: named('query', (key) => key),
  };
}
