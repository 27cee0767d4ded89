import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type InvalidValue, invalidValue } from '../kubernetes/invalid-value';
import { nearest } from '../kubernetes/nearest';
import type { EnvironmentValues } from './environment';
import { InvalidReleases } from './invalid-releases';
import { RELEASE_RULES } from './release-rules';
import type { Release, ReleasedVersion, Releases } from './releases';
import { releasesSchema } from './releases-schema';

/** What to hold the file against. */
export interface ReleasesContext {
  /** Path of the file, for messages. */
  readonly file: string;
  readonly environments: readonly Pick<EnvironmentValues, 'name' | 'requireDigest'>[];
  /** Services that charts run. */
  readonly services: readonly string[];
}

/**
 * Reads what runs where.
 *
 * @throws InvalidReleases naming every mistake in the file at once
 */
export function readReleases(text: string, context: ReleasesContext): Releases {
  const lines = new LineCounter();
  // JSON is YAML, and this parser knows where each key stands and refuses a key given twice, which JSON.parse drops
  const document = parseDocument(text, { lineCounter: lines, schema: 'json' });
  const refuse = (problems: readonly string[]): never => {
    throw new InvalidReleases(problems);
  };
  if (document.errors.length > 0) {
    refuse(document.errors.map((error) => `${context.file}: ${error.message.split('\n')[0]}; mend the JSON there`));
  }
  const value: unknown = document.toJS();
  const names = context.environments.map(({ name }) => name);
  const parsed = releasesSchema(names).safeParse(value, { reportInput: true });
  const invalid = parsed.success
    ? beyondSchema(parsed.data, context)
    : parsed.error.issues.flatMap((i) => explain(i, value, names));
  if (invalid.length > 0)
    refuse(invalid.map((entry) => `${place(document, lines, entry, context.file)}: ${invalidValue(entry)}`));
  return parsed.data as Releases; // nothing is wrong with it
}

type Located = InvalidValue & { readonly keys: readonly PropertyKey[] };

/** `releases.json:4:12` of the value, or of the object that lacks it. */
function place(document: Document, lines: LineCounter, { keys }: Located, file: string): string {
  for (let depth = keys.length; depth > 0; depth--) {
    const node = document.getIn(keys.slice(0, depth), true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return `${file}:${line}:${col}`;
  }
  return file;
}

const located = (keys: readonly PropertyKey[], rest: Omit<InvalidValue, 'field'>): Located => ({
  keys,
  field: keys.join('.'),
  ...rest,
});

/** One of zod's findings in the house's own words. */
function explain(issue: z.core.$ZodIssue, root: unknown, environments: readonly string[]): Located[] {
  const at = (keys: readonly PropertyKey[]) =>
    keys.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown>)?.[key], root);
  if (issue.code === 'unrecognized_keys') {
    const known =
      issue.path.length === 0
        ? environments
        : issue.path.length === 2
          ? ['tag', 'digest', 'repository', 'canary']
          : ['tag', 'digest', 'repository', 'weight'];
    const noun = issue.path.length === 0 ? 'unknown environment' : 'unknown key';
    return issue.keys.map((key) => {
      const keys = [...issue.path, key];
      return located(keys, { got: at(keys), rule: noun, mend: suggestion(key, known) });
    });
  }
  const got = at(issue.path);
  const missing = got === undefined;
  if (missing && issue.path.length === 1) {
    return [
      located(issue.path, { got, rule: 'is missing', mend: `add "${String(issue.path[0])}": {} and what runs there` }),
    ];
  }
  const rule = missing
    ? 'is required'
    : issue.code === 'invalid_type'
      ? `must be a JSON ${issue.expected === 'record' ? 'object' : issue.expected}`
      : issue.message;
  return [
    located(issue.path, {
      got,
      rule,
      mend: mendOf(issue.message),
    }),
  ];
}

/** What the form alone does not say: services that charts run, digests where the environment demands them. */
function beyondSchema(releases: Releases, { environments, services }: ReleasesContext): Located[] {
  return environments.flatMap(({ name, requireDigest }) =>
    Object.entries(releases[name] ?? {}).flatMap(([service, release]) => {
      const unknown = services.includes(service)
        ? []
        : [
            located([name, service], {
              got: release,
              rule: 'unknown service: no chart in main.ts runs it',
              mend: suggestion(service, services),
            }),
          ];
      return requireDigest ? [...unknown, ...missingDigests(name, service, release)] : unknown;
    }),
  );
}

function missingDigests(environment: string, service: string, release: Release): Located[] {
  const versions: readonly (readonly [readonly string[], ReleasedVersion | undefined])[] = [
    [[environment, service], release],
    [[environment, service, 'canary'], release.canary],
  ];
  return versions
    .filter(([, version]) => version && !version.digest)
    .map(([keys, version]) =>
      located([...keys, 'digest'], {
        got: undefined,
        rule: `is required in ${environment} (requireDigest)`,
        mend: `add the digest that the registry gives for tag "${version?.tag}"`,
      }),
    );
}

function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near ? `did you mean "${near}"?` : `known are ${known.map((name) => `"${name}"`).join(', ')}`;
}

function mendOf(rule: string): string {
  const known = Object.values(RELEASE_RULES).find((entry) => entry.rule === rule);
  return known?.mend ?? 'give what the other services have there';
}
