import { type BaseIssue, safeParse } from 'valibot';
import type { InvalidValue } from '../kubernetes/invalid-value';
import { nearest } from '../kubernetes/nearest';
import { isBlueGreen } from './is-blue-green';
import { RELEASE_KEYS } from './release-keys';
import { RELEASE_RULES } from './release-rules';
import type { BlueGreenRelease } from './releases';
import type { ReleasesContext } from './releases-context';
import { releasesSchema } from './releases-schema';

/** Something wrong in releases.json, and the keys that lead to it. */
export interface ReleaseMistake extends InvalidValue {
  readonly keys: readonly PropertyKey[];
}

/** Everything that is wrong with what releases.json says. */
export function releaseMistakes(value: unknown, context: ReleasesContext): ReleaseMistake[] {
  return [...formMistakes(value, context), ...runMistakes(value, context)];
}

/** What does not have the form of releases.json: keys, types, values. */
function formMistakes(value: unknown, { environments }: ReleasesContext): ReleaseMistake[] {
  const names = environments.map(({ name }) => name);
  const { issues = [] } = safeParse(releasesSchema(names), value);
  return [...keyMistakes(value, names), ...issues.map((issue) => explain(issue, value))];
}

/** What the form does not say: services that charts run, digests where the environment demands them, colours that are there. */
function runMistakes(value: unknown, { environments, services }: ReleasesContext): ReleaseMistake[] {
  return environments.flatMap(({ name, requireDigest }) =>
    entriesOf(at(value, [name])).flatMap(([service, release]) => [
      ...(services.includes(service) ? [] : [unknown([name, service], release, UNKNOWN_SERVICE, services)]),
      ...(requireDigest
        ? runningPlaces(release).flatMap((place) => missingDigest(value, [name, service, ...place]))
        : []),
      ...(isBlueGreen(release) ? colourMistakes([name, service], release) : []),
    ]),
  );
}

/** Where the versions that run stand in a release. Earlier ones are asked for their digest when they come back. */
function runningPlaces(release: unknown): string[][] {
  return isBlueGreen(release) ? [['blue'], ['green']] : [[], ['canary']];
}

/** Colours that are spoken of and have no version. */
function colourMistakes(keys: readonly string[], release: BlueGreenRelease): ReleaseMistake[] {
  const { live, releasing } = release;
  const other = releasing === live ? COLOURS.find((colour) => colour !== live) : releasing;
  const needed = releasing === undefined ? [live] : [live, other];
  return needed
    .filter((colour) => COLOURS.includes(String(colour)) && !(String(colour) in release))
    .map((colour) => {
      const rule = colour === live ? 'is required: it is live' : 'is required: it is up while a version is released';
      return mistake([...keys, String(colour)], undefined, rule, `add "${colour}": { "tag": "..." }`);
    });
}

const COLOURS = ['blue', 'green'];
const UNKNOWN_SERVICE = 'unknown service: no chart in main.ts runs it';

/** One of the schema's findings in the house's own words. */
function explain(issue: BaseIssue<unknown>, root: unknown): ReleaseMistake {
  const keys = (issue.path ?? []).map(({ key }) => key as PropertyKey);
  const got = at(root, keys);
  if (got === undefined && keys.length === 1) {
    return mistake(keys, got, 'is missing', `add "${String(keys[0])}": {} and what runs there`);
  }
  const rule = issue.type === 'string' ? 'must be a JSON string' : issue.message;
  return mistake(keys, got, got === undefined ? 'is required' : rule, mendOf(issue.message, keys.at(-1)));
}

/** Keys that mean nothing where they stand: mistyped, or of another place. */
function keyMistakes(value: unknown, environments: readonly string[]): ReleaseMistake[] {
  const strangers = (keys: readonly string[], rule: string, known: readonly string[]) =>
    entriesOf(at(value, keys)).flatMap(([key, got]) =>
      known.includes(key) ? [] : [unknown([...keys, key], got, rule, known)],
    );
  const releases = environments.flatMap((name) => entriesOf(at(value, [name])).map(([service]) => [name, service]));
  const places = releases.flatMap((keys) =>
    placesIn(at(value, keys)).map(([place, known]) => ({ place: [...keys, ...place], known })),
  );
  return [
    ...strangers([], 'unknown environment', environments),
    ...places.flatMap(({ place, known }) => strangers(place, 'unknown key', known)),
  ];
}

/** Objects in a release, and the keys that mean something there. */
function placesIn(release: unknown): [place: readonly string[], known: readonly string[]][] {
  const { rolling, blueGreen, canary, version } = RELEASE_KEYS;
  const earlier = entriesOf(at(release, ['previous'])).map(([index]): [string[], readonly string[]] => [
    ['previous', index],
    version,
  ]);
  if (isBlueGreen(release)) return [[[], blueGreen], [['blue'], version], [['green'], version], ...earlier];
  return [[[], rolling], [['canary'], canary], ...earlier];
}

function missingDigest(root: unknown, keys: readonly string[]): ReleaseMistake[] {
  const version = at(root, keys);
  if (!isObject(version) || 'digest' in version) return [];
  const mend = `add the digest that the registry gives for tag ${JSON.stringify(at(version, ['tag']))}`;
  return [mistake([...keys, 'digest'], undefined, `is required in ${keys[0]} (requireDigest)`, mend)];
}

function unknown(keys: readonly PropertyKey[], got: unknown, rule: string, known: readonly string[]): ReleaseMistake {
  const near = nearest(String(keys.at(-1)), known);
  return mistake(
    keys,
    got,
    rule,
    near ? `did you mean "${near}"?` : `known are ${known.map((name) => `"${name}"`).join(', ')}`,
  );
}

function mistake(keys: readonly PropertyKey[], got: unknown, rule: string, mend: string): ReleaseMistake {
  return { keys, field: keys.join('.') || 'the file', got, rule, mend };
}

/** By the rule that is broken, or by the key that it is broken at. */
function mendOf(rule: string, key: PropertyKey | undefined): string {
  const byRule = Object.values(RELEASE_RULES).find((entry) => entry.rule === rule);
  const byKey = Object.entries(RELEASE_RULES).find(([name]) => name === key)?.[1];
  return (byRule ?? byKey)?.mend ?? 'give what the other services have there';
}

const isObject = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null;
const entriesOf = (value: unknown) => (isObject(value) ? Object.entries(value) : []);

function at(value: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), value);
}
