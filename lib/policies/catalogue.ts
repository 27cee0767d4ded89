import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from './rule';

/** Folders beside this file that hold something else than rules. */
const OTHERS = new Set(['cel']);

/**
 * Every rule by what it is about: what the files in the folders beside this one export. A rule is one new file and nothing
 * else, so they are found, not listed.
 */
export const CATALOGUE_BY_NOUN: ReadonlyMap<string, readonly Rule[]> = new Map(
  readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !OTHERS.has(entry.name))
    .map(({ name }) => [name, rulesIn(join(__dirname, name))]),
);

/** Every rule, by name. */
export const CATALOGUE: readonly Rule[] = [...CATALOGUE_BY_NOUN.values()].flat().sort((a, b) => (a.id < b.id ? -1 : 1));

function rulesIn(folder: string): Rule[] {
  const files = readdirSync(folder).filter((file) => /(?<!\.d)\.[jt]s$/.test(file));
  return files.flatMap((file) => Object.values<Rule>(require(join(folder, file))));
}
