import { expressionSamples } from './expression-samples';
import type { HttpRequest } from './http-request';
import type { RouteWords, ValueWord } from './route-words';

/** More requests than this are not tried: routes with that many words are for more than one service. */
const MOST_REQUESTS = 200_000;

/** A host that no route names, a method that none does, and a value that no header has. */
const OTHER_HOST = 'no-route-names-it.invalid';
const OTHER_VALUE = 'another-value';

/**
 * Requests that stand for all: one for each combination of the hosts, paths, methods, headers and queries that some routes
 * look at, and of something else, or nothing, in the place of each.
 *
 * @throws Error where they are too many to try
 */
export function representativeRequests(words: readonly RouteWords[]): HttpRequest[] {
  const all = <T>(of: (one: RouteWords) => readonly T[]) => words.flatMap(of);
  const headers = named(words.map((one) => one.headers));
  const queries = named(words.map((one) => one.query));
  const hosts = distinct([...all((one) => one.hosts).flatMap(hostSamples), OTHER_HOST]);
  const paths = distinct(['/', '/no/route/names/it', ...all((one) => one.paths).flatMap(pathSamples)]);
  const methods = distinct([
    'GET',
    ...all((one) => one.methods),
    ...(all((one) => one.methods).length > 0 ? ['PATCH'] : []),
  ]);
  const sent = combinations(
    [...headers].map(([name, values]) => valueSamples(values).map((value) => ({ name, value }))),
  );
  const asked = combinations(
    [...queries].map(([name, values]) => valueSamples(values).map((value) => ({ name, value }))),
  );
  const count = hosts.length * paths.length * methods.length * sent.length * asked.length;
  if (count > MOST_REQUESTS)
    throw new Error(
      `${count} requests would have to be tried, and ${MOST_REQUESTS} are the most; ask for fewer hosts at once`,
    );
  return hosts.flatMap((host) =>
    paths.flatMap((path) =>
      asked.flatMap((query) =>
        methods.flatMap((method) =>
          sent.map((some) => ({
            host,
            path: withQuery(path, query),
            method,
            headers: Object.fromEntries(given(some)),
          })),
        ),
      ),
    ),
  );
}

interface NamedSample {
  readonly name: string;
  /** @default - it is not sent */
  readonly value?: string;
}

function given(some: readonly NamedSample[]): [string, string][] {
  return some.flatMap(({ name, value }): [string, string][] => (value === undefined ? [] : [[name, value]]));
}

function withQuery(path: string, query: readonly NamedSample[]): string {
  const text = new URLSearchParams(given(query)).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A host as it is, one and two labels below a star, and what an expression takes. */
function hostSamples({ type, value }: ValueWord): string[] {
  if (type === 'expression') return expressionSamples(value);
  if (value === '' || value === '*') return [];
  return value.startsWith('*.') ? [`one${value.slice(1)}`, `two.one${value.slice(1)}`, value.slice(2)] : [value];
}

/** A path, below it, beside it, and with other letters; of an expression what it takes, and some more behind that. */
function pathSamples({ type, value }: ValueWord): string[] {
  const own = type === 'expression' ? expressionSamples(value) : [value];
  return own
    .filter((path) => path.startsWith('/'))
    .flatMap((path) => {
      const whole = path.replace(/\/$/, '');
      return [path, whole, `${whole}/`, `${whole}/below`, `${whole}beside`, path.toUpperCase()];
    })
    .filter((path) => path === '' || path.startsWith('/')) // beside the root there is nothing
    .map((path) => (path === '' ? '/' : path));
}

/** Nothing, what is asked for, and something else; around each part of a Cookie header others may stand. */
function valueSamples(values: readonly ValueWord[]): (string | undefined)[] {
  const texts = values.flatMap(({ type, value }) =>
    type === 'expression' ? expressionSamples(value) : type === 'prefix' ? [value, `${value}more`] : [value],
  );
  return [undefined, ...distinct([...texts, ...texts.map((text) => `${text}more`).slice(0, 3), OTHER_VALUE])];
}

function named(all: readonly ReadonlyMap<string, readonly ValueWord[]>[]): Map<string, ValueWord[]> {
  const words = new Map<string, ValueWord[]>();
  for (const one of all) for (const [name, values] of one) words.set(name, [...(words.get(name) ?? []), ...values]);
  return words;
}

function combinations(choices: readonly (readonly NamedSample[])[]): NamedSample[][] {
  return choices.reduce<NamedSample[][]>(
    (all, choice) => all.flatMap((some) => choice.map((one) => [...some, one])),
    [[]],
  );
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}
