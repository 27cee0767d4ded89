import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder that holds cdk8s.yaml: also where the compiled program, deeper in build/, belongs to. */
export function projectRoot(from: string = __dirname): string {
  if (existsSync(join(from, 'cdk8s.yaml'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('cdk8s.yaml: not found here or above; run this in a checkout of the project');
  return projectRoot(parent);
}

/** Schemas of every Kubernetes kind, relative to the project. */
export const SCHEMAS_FILE = 'lib/kubernetes/schema/schemas.json';

/** The documentation of the rules, relative to the project. */
export const RULES_PAGE = 'docs/rules.md';

/** Text of a file of the project. */
export function readProjectFile(file: string): string {
  return readFileSync(join(projectRoot(), file), 'utf8');
}
