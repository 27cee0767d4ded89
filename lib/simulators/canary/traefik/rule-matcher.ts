import type { Asked } from '../asked';
import { re2Expression } from '../expression';
import { hostMatches } from '../host-matches';

/** A matcher of a rule, compiled. */
export interface RuleMatcher {
  /** What of the request it looks at: a rule whose hosts do not match has nothing to say. */
  readonly about: 'host' | 'other';
  matches(asked: Asked): boolean;
}

type Build = (one: string, other?: string) => ((asked: Asked) => boolean) | string;

/** Matchers by name, with how many values each takes. @source github.com/traefik/traefik/v3@3.7.5 pkg/muxer/http/matcher.go */
const MATCHERS: Readonly<Record<string, { readonly values: readonly number[]; readonly build: Build }>> = {
  Host: { values: [1], build: (host) => (asked) => isHost(host, asked.host) },
  HostRegexp: { values: [1], build: (pattern) => searching(pattern, ({ host }) => [host]) },
  Path: { values: [1], build: (path) => rooted(path) ?? ((asked) => asked.path === path) },
  PathPrefix: { values: [1], build: (path) => rooted(path) ?? ((asked) => asked.path.startsWith(path)) },
  PathRegexp: { values: [1], build: (pattern) => searching(pattern, ({ path }) => [path]) },
  Method: { values: [1], build: (method) => (asked) => asked.method === method.toUpperCase() },
  Header: { values: [2], build: (name, value) => (asked) => asked.headers.get(name.toLowerCase()) === value },
  HeaderRegexp: { values: [2], build: (name, pattern = '') => searching(pattern, (asked) => headerOf(name, asked)) },
  Query: {
    values: [1, 2],
    build:
      (name, value = '') =>
      (asked) =>
        asked.query.get(name)?.includes(value) ?? false,
  },
  QueryRegexp: {
    values: [1, 2],
    build: (name, pattern) =>
      pattern === undefined
        ? (asked) => asked.query.get(name)?.includes('') ?? false
        : searching(pattern, ({ query }) => query.get(name) ?? []),
  },
};

/** Every name may be written as it is, in lower case, in upper case, or with one capital. */
const SPELLINGS = new Map(
  Object.keys(MATCHERS).flatMap((name) => {
    const lower = name.toLowerCase();
    const spellings = [name, lower, name.toUpperCase(), `${name[0]}${lower.slice(1)}`];
    return spellings.map((spelling) => [spelling, name] as const);
  }),
);

/** Compiles a matcher; a sentence where Traefik refuses it. */
export function ruleMatcher(written: string, values: readonly string[]): RuleMatcher | string {
  const name = SPELLINGS.get(written);
  const matcher = name === undefined ? undefined : MATCHERS[name];
  if (written.toLowerCase() === 'clientip') return 'ClientIP is not simulated: requests here have no address';
  if (!matcher || name === undefined) return `there is no matcher ${written}`;
  if (!matcher.values.includes(values.length)) return `${name} does not take ${values.length} values`;
  if (values.includes('')) return `${name} has an empty value`;
  const matches = matcher.build(values[0] ?? '', values[1]);
  if (typeof matches === 'string') return `${name}: ${matches}`;
  return { about: name.startsWith('Host') ? 'host' : 'other', matches };
}

/** One star stands for the first label; a dot at the end of either is not looked at. */
function isHost(named: string, host: string): boolean {
  return hostMatches(named.replace(/\.$/, ''), host.replace(/\.$/, ''), 'one-label');
}

function rooted(path: string): string | undefined {
  return path.startsWith('/') ? undefined : `path ${path} does not begin with "/"`;
}

function headerOf(name: string, { headers }: Asked): string[] {
  const value = headers.get(name.toLowerCase());
  return value === undefined ? [] : [value];
}

function searching(pattern: string, of: (asked: Asked) => readonly string[]): ReturnType<Build> {
  const expression = re2Expression(pattern);
  if (!expression) return `${pattern} is no regular expression of Go`;
  return (asked) => of(asked).some((text) => expression.found(text));
}
