import type { Manifest } from '../../lib/kubernetes/manifest';
import { runningContainers, runningPods, runningPorts } from '../../lib/kubernetes/running-pods';

const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web' }] } };
const object = (apiVersion: string, kind: string, rest: object): Manifest => ({
  apiVersion,
  kind,
  metadata: { name: 'web', namespace: 'shop' },
  ...rest,
});

test.each`
  what                                   | manifest                                                                                    | paths
  ${'a Deployment'}                      | ${object('apps/v1', 'Deployment', { spec: { template } })}                                  | ${['spec.template.spec']}
  ${'a CronJob'}                         | ${object('batch/v1', 'CronJob', { spec: { jobTemplate: { spec: { template } } } })}         | ${['spec.jobTemplate.spec.template.spec']}
  ${'half a Deployment'}                 | ${object('apps/v1', 'Deployment', { spec: { template: { metadata: template.metadata } } })} | ${['spec.template.spec']}
  ${'a custom resource with containers'} | ${object('argoproj.io/v1alpha1', 'Rollout', { spec: { template } })}                        | ${['spec.template.spec']}
  ${'a custom resource with another'}    | ${object('external-secrets.io/v1', 'ExternalSecret', { spec: { template: { spec: {} } } })} | ${[]}
  ${'a PodTemplate, which runs nothing'} | ${object('v1', 'PodTemplate', { template })}                                                | ${[]}
  ${'a Service'}                         | ${object('v1', 'Service', { spec: {} })}                                                    | ${[]}
`('Pods of $what: $paths', ({ manifest, paths }) => {
  const pods = runningPods([manifest]);
  expect(pods.map(({ path }) => path)).toEqual(paths);
  expect(pods.map(({ labels, namespace }) => ({ labels, namespace }))).toEqual(
    paths.map(() => ({ labels: { app: 'web' }, namespace: 'shop' })),
  );
});

test('sidecars run as long as the Pod, other init containers do not', () => {
  const initContainers = [
    { name: 'migrate', restartPolicy: 'Never' },
    { name: 'proxy', restartPolicy: 'Always' },
  ];
  const spec = { containers: [{ name: 'web' }], initContainers };
  expect(runningContainers({ path: 'spec', spec }).map(({ path }) => path)).toEqual([
    'spec.containers[0]',
    'spec.initContainers[1]',
  ]);
});

test('a port is of TCP unless it says otherwise', () => {
  const container = { ports: [{ containerPort: 80 }, { name: 'dns', containerPort: 53, protocol: 'UDP' }] };
  expect(runningPorts({ container })).toEqual([
    { name: undefined, number: 80, protocol: 'TCP' },
    { name: 'dns', number: 53, protocol: 'UDP' },
  ]);
});
