import type { Manifest } from '../../../lib/kubernetes/manifest';
import { subjectsIn } from '../../../lib/policies/cel/subjects-in';

const spec = {
  initContainers: [{ name: 'migrate' }, { name: 'proxy', restartPolicy: 'Always' }],
  containers: [{ name: 'web' }],
  ephemeralContainers: [{ name: 'debugger' }],
};
const deployment: Manifest = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: { template: { spec } },
};
const service: Manifest = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } };
const services = [{ apiVersion: 'v1', kind: 'Service', resource: 'services' }];

test.each`
  about              | object        | paths
  ${'pod'}           | ${deployment} | ${['spec.template.spec']}
  ${'container'}     | ${deployment} | ${['spec.template.spec.containers[0]', 'spec.template.spec.initContainers[0]', 'spec.template.spec.initContainers[1]', 'spec.template.spec.ephemeralContainers[0]']}
  ${'mainContainer'} | ${deployment} | ${['spec.template.spec.containers[0]', 'spec.template.spec.initContainers[1]']}
  ${'pod'}           | ${service}    | ${[]}
  ${'container'}     | ${service}    | ${[]}
  ${services}        | ${service}    | ${['']}
  ${services}        | ${deployment} | ${[]}
`('$about of a $object.kind: $paths', ({ about, object, paths }) => {
  expect(subjectsIn(object, about).map(({ path }) => path)).toEqual(paths);
});

test('a kind is meant in every version of its group, and in no other group', () => {
  const about = [{ apiVersion: 'apps/v1', kind: 'Deployment', resource: 'deployments' }];
  expect(subjectsIn({ ...deployment, apiVersion: 'apps/v1beta2' }, about)).toHaveLength(1);
  expect(subjectsIn({ ...deployment, apiVersion: 'example.com/v1' }, about)).toEqual([]);
});

test('a list of containers that is none has none', () => {
  expect(subjectsIn({ ...service, kind: 'Pod', spec: { containers: null } }, 'container')).toEqual([]);
});
