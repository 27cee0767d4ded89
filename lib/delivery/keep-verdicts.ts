import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EnvironmentVerdict } from './environment-verdict';

/** Where the CLI's validation plugin, a process later, finds what the rules came to; relative to the project. */
const VERDICTS_FILE = 'build/verdicts.json';

/**
 * Keeps what the rules found for `lib/cli/validation-plugin.js`, which prints it as users of cdk8s know it: everything was
 * judged here already, and only here is it known which construct made an object.
 */
export function keepVerdicts(root: string, verdicts: readonly EnvironmentVerdict[]): void {
  const kept = verdicts.map(({ name, policies: { level }, told, excused }) => ({ name, level, told, excused }));
  mkdirSync(dirname(join(root, VERDICTS_FILE)), { recursive: true });
  writeFileSync(join(root, VERDICTS_FILE), JSON.stringify(kept));
}
