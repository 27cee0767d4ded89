import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Whether a folder is the one of a Helm chart's templates: `cdk8s synth --format helm` makes the chart and asks for them. */
export function isForHelm(folder: string): boolean {
  return basename(folder) === 'templates' && existsSync(join(dirname(folder), 'Chart.yaml'));
}
