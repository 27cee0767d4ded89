import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { describeCluster, kubectl, noCluster, objects } from './cluster';

const SUFFIX = '.examples.ts';
const FOLDER = join(__dirname, '../imports');
const groups = readdirSync(FOLDER).flatMap((file) => (file.endsWith(SUFFIX) ? [file.slice(0, -SUFFIX.length)] : []));

/** An object as it is sent. */
interface Example {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** The fullest example of every kind of a group, with every field that our binding of it has, in a namespace that is there. */
function examples(group: string): Example[] {
  const chart = new Chart(new App(), 'examples');
  (require(join(FOLDER, group + SUFFIX)).examples as (scope: Construct) => void)(chart);
  return chart.node.findAll().flatMap((part) => (ApiObject.isApiObject(part) ? [inDefault(part.toJson())] : []));
}

// biome-ignore lint/suspicious/noExplicitAny: a manifest of any kind
function inDefault({ metadata, ...rest }: any) {
  return { ...rest, metadata: metadata.namespace ? { ...metadata, namespace: 'default' } : metadata };
}

/** Kinds whose real CustomResourceDefinitions the cluster has. */
const served = noCluster
  ? []
  : objects('customresourcedefinitions').map(({ spec }) => `${spec.names.kind}.${spec.group}`);
const isServed = ({ kind, apiVersion }: Example) => served.includes(`${kind}.${apiVersion.split('/')[0]}`);

test('every group of imports/ has its examples', () => {
  const bindings = readdirSync(join(__dirname, '../../imports')).map((file) => file.replace(/\.ts$/, ''));
  expect(groups.sort()).toEqual(bindings.sort());
});

for (const group of groups) {
  const missing =
    noCluster ?? (examples(group).every(isServed) ? undefined : `the cluster has no definitions of ${group}`);
  describeCluster(
    `bindings of ${group}`,
    () => {
      test.each(examples(group).map((object) => [object.kind, object.metadata.name, object] as const))(
        '%s %s is taken by the API server, every field of it known',
        (_kind, _name, object) => {
          const args = ['create', '--dry-run=server', '--validate=strict', '-o', 'name', '-f', '-'];
          const { status, stderr } = kubectl(args, JSON.stringify(object));
          expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
        },
      );
    },
    missing,
  );
}
