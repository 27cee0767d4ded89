import type { z } from 'zod';
import type { InvalidValue } from '../kubernetes/invalid-value';
import { nearest } from '../kubernetes/nearest';
import { RELEASE_RULES } from './release-rules';
import type { ReleasesContext } from './releases-context';
import { releasesSchema } from './releases-schema';

/** Something wrong in releases.json, and the keys that lead to it. */
export interface ReleaseMistake extends InvalidValue {
  readonly keys: readonly PropertyKey[];
}

const VERSION_KEYS = ['tag', 'digest', 'repository'];
/** Types that JSON has, and that a person may have given another of. */
const JSON_TYPES: Readonly<Record<string, string>> = {
  record: 'object',
  object: 'object',
  string: 'string',
  number: 'number',
};

/** Everything that is wrong with what releases.json says. */
export function releaseMistakes(value: unknown, context: ReleasesContext): ReleaseMistake[] {
  return [...formMistakes(value, context), ...runMistakes(value, context)];
}

/** What does not have the form of releases.json: keys, types, values. */
function formMistakes(value: unknown, { environments }: ReleasesContext): ReleaseMistake[] {
  const names = environments.map(({ name }) => name);
  const { error } = releasesSchema(names).safeParse(value);
  return (error?.issues ?? []).flatMap((issue) => explain(issue, value, names));
}

/** What the form does not say: services that charts run, digests where the environment demands them. */
function runMistakes(value: unknown, { environments, services }: ReleasesContext): ReleaseMistake[] {
  return environments.flatMap(({ name, requireDigest }) =>
    entriesOf(at(value, [name])).flatMap(([service, release]) => [
      ...(services.includes(service) ? [] : [unknown([name, service], release, UNKNOWN_SERVICE, services)]),
      ...(requireDigest ? missingDigest([name, service], release) : []),
      ...(requireDigest ? missingDigest([name, service, 'canary'], at(release, ['canary'])) : []),
    ]),
  );
}

const UNKNOWN_SERVICE = 'unknown service: no chart in main.ts runs it';

/** One of zod's findings in the house's own words. */
function explain(issue: z.core.$ZodIssue, root: unknown, environments: readonly string[]): ReleaseMistake[] {
  const keys = issue.path;
  if (issue.code === 'unrecognized_keys') {
    const known = [environments, [], [...VERSION_KEYS, 'canary'], [...VERSION_KEYS, 'weight']][keys.length] ?? [];
    const rule = keys.length === 0 ? 'unknown environment' : 'unknown key';
    return issue.keys.map((key) => unknown([...keys, key], at(root, [...keys, key]), rule, known));
  }
  const got = at(root, keys);
  if (got === undefined && keys.length === 1) {
    return [mistake(keys, got, 'is missing', `add "${String(keys[0])}": {} and what runs there`)];
  }
  const type = issue.code === 'invalid_type' ? JSON_TYPES[issue.expected] : undefined;
  const rule = got === undefined ? 'is required' : type ? `must be a JSON ${type}` : issue.message;
  return [mistake(keys, got, rule, mendOf(issue.message))];
}

function missingDigest(keys: readonly string[], version: unknown): ReleaseMistake[] {
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

function mendOf(rule: string): string {
  const known = Object.values(RELEASE_RULES).find((entry) => entry.rule === rule);
  return known?.mend ?? 'give what the other services have there';
}

const isObject = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null;
const entriesOf = (value: unknown) => (isObject(value) ? Object.entries(value) : []);

function at(value: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), value);
}
