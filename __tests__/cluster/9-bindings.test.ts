import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../lib/kubernetes/manifest';
import { completed } from '../../lib/simulators/plan/completed';
import { BINDING_GROUPS, bindingExamples } from '../support/binding-examples';
import { bundledContext } from '../support/rule-context';
import { describeCluster, kubectl, noCluster, objects, servedMinor } from './cluster';

/** Kinds whose real CustomResourceDefinitions the cluster has. */
const served = noCluster
  ? []
  : objects('customresourcedefinitions').map(({ spec }) => `${spec.names.kind}.${spec.group}`);
const isServed = ({ kind, apiVersion }: Manifest) => served.includes(`${kind}.${apiVersion.split('/')[0]}`);

test('every group of imports/ has its examples', () => {
  const bindings = readdirSync(join(__dirname, '../../imports')).map((file) => file.replace(/\.ts$/, ''));
  expect([...BINDING_GROUPS].sort()).toEqual(bindings.sort());
});

for (const group of BINDING_GROUPS) {
  const examples = bindingExamples(group);
  const missing = noCluster ?? (examples.every(isServed) ? undefined : `the cluster has no definitions of ${group}`);
  describeCluster(
    `bindings of ${group}`,
    () => {
      test.each(examples.map((object) => [object.kind, object.metadata.name, object] as const))(
        '%s %s is taken by the API server, every field of it known, and kept as the plan says',
        (_kind, _name, object) => {
          const args = ['create', '--dry-run=server', '--validate=strict', '-o', 'json', '-f', '-'];
          const { status, stderr, stdout } = kubectl(args, JSON.stringify(object));
          expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
          const { metadata, ...kept } = completed(object, { schemas: bundledContext.schemas, minor: servedMinor() });
          expect(JSON.parse(stdout)).toMatchObject(kept);
          expect(kept.spec).toEqual(JSON.parse(stdout).spec);
        },
      );
    },
    missing,
  );
}
