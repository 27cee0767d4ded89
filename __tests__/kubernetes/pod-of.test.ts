import { podOf } from '../../lib/kubernetes/pod-of';

const template = { metadata: { labels: { app: 'web' } }, spec: { hostPID: true } };
const metadata = { name: 'web' };

test.each`
  apiVersion                | kind                       | rest                                                 | path
  ${'v1'}                   | ${'Pod'}                   | ${{ spec: template.spec }}                           | ${'spec'}
  ${'v1'}                   | ${'PodTemplate'}           | ${{ template }}                                      | ${'template.spec'}
  ${'v1'}                   | ${'ReplicationController'} | ${{ spec: { template } }}                            | ${'spec.template.spec'}
  ${'apps/v1'}              | ${'DaemonSet'}             | ${{ spec: { template } }}                            | ${'spec.template.spec'}
  ${'apps/v1'}              | ${'Deployment'}            | ${{ spec: { template } }}                            | ${'spec.template.spec'}
  ${'apps/v1beta2'}         | ${'Deployment'}            | ${{ spec: { template } }}                            | ${'spec.template.spec'}
  ${'apps/v1'}              | ${'ReplicaSet'}            | ${{ spec: { template } }}                            | ${'spec.template.spec'}
  ${'apps/v1'}              | ${'StatefulSet'}           | ${{ spec: { template } }}                            | ${'spec.template.spec'}
  ${'argoproj.io/v1alpha1'} | ${'Rollout'}               | ${{ spec: { template } }}                            | ${'spec.template.spec'}
  ${'batch/v1'}             | ${'Job'}                   | ${{ spec: { template } }}                            | ${'spec.template.spec'}
  ${'batch/v1'}             | ${'CronJob'}               | ${{ spec: { jobTemplate: { spec: { template } } } }} | ${'spec.jobTemplate.spec.template.spec'}
`('the Pod of a $kind of $apiVersion is at $path', ({ apiVersion, kind, rest, path }) => {
  expect(podOf({ apiVersion, kind, metadata, ...rest })).toMatchObject({ path, spec: template.spec });
});

test("a template's metadata is its own, a Pod's the object's", () => {
  expect(podOf({ apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { template } })?.metadata).toEqual(
    template.metadata,
  );
  expect(podOf({ apiVersion: 'v1', kind: 'Pod', metadata, spec: {} })?.metadata).toEqual(metadata);
  expect(
    podOf({ apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { template: { spec: {} } } })?.metadata,
  ).toEqual({});
});

test.each`
  what                                  | object
  ${'a kind without Pods'}              | ${{ apiVersion: 'v1', kind: 'Service', metadata, spec: {} }}
  ${'a kind of that name elsewhere'}    | ${{ apiVersion: 'example.com/v1', kind: 'Deployment', metadata, spec: { template } }}
  ${'one that leaves it out'}           | ${{ apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: {} }}
  ${'a template without specification'} | ${{ apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { template: {} } }}
  ${'a list where an object belongs'}   | ${{ apiVersion: 'v1', kind: 'Pod', metadata, spec: [] }}
  ${'a value that is null'}             | ${{ apiVersion: 'batch/v1', kind: 'CronJob', metadata, spec: { jobTemplate: null } }}
`('there is none in $what', ({ object }) => {
  expect(podOf(object)).toBeUndefined();
});
