import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Manifest } from '../../lib/kubernetes/manifest';

const SUFFIX = '.examples.ts';
const FOLDER = join(__dirname, '../imports');

/** Groups of imports/ that have examples. */
export const BINDING_GROUPS: readonly string[] = readdirSync(FOLDER).flatMap((file) =>
  file.endsWith(SUFFIX) ? [file.slice(0, -SUFFIX.length)] : [],
);

/** The fullest example of every kind of a group, with every field that our binding of it has, in a namespace that is there. */
export function bindingExamples(group: string): Manifest[] {
  const chart = new Chart(new App(), 'examples');
  (require(join(FOLDER, group + SUFFIX)).examples as (scope: Construct) => void)(chart);
  return chart.node.findAll().flatMap((part) => (ApiObject.isApiObject(part) ? [inDefault(part.toJson())] : []));
}

function inDefault({ metadata, ...rest }: Manifest): Manifest {
  const placed = metadata.namespace ? { ...metadata, namespace: 'default' } : metadata;
  return { ...rest, metadata: placed } as Manifest;
}
