import { Chart, Duration } from 'cdk8s';
import { BatchJob } from '../../../lib/constructs/batch/batch-job';
import type { BatchJobProps } from '../../../lib/constructs/batch/batch-job-props';
import { PodFailureRule } from '../../../lib/constructs/batch/pod-failure-rule';
import { fromPodField } from '../../../lib/constructs/container/variable-source';
import { Placement } from '../../../lib/constructs/pod/placement';
import { objectOf, testChart } from '../../support/chart';
import { image, size } from '../../support/samples';

function jobOf(props: Partial<BatchJobProps> = {}, chart: Chart = testChart()) {
  const job = new BatchJob(chart, 'MigrateDb', { image, size, ...props });
  const manifest = objectOf(chart, 'Job');
  return { job, manifest, spec: manifest.spec, pod: manifest.spec.template.spec };
}

const labels = {
  'app.kubernetes.io/part-of': 'orders',
  environment: 'rehearsal',
  'app.kubernetes.io/name': 'migrate-db',
  'app.kubernetes.io/instance': 'migrate-db',
};

test('all defaults: the Job', () => {
  const { manifest } = jobOf();
  const { template, ...spec } = manifest.spec;
  expect(manifest.apiVersion).toBe('batch/v1');
  expect(manifest.metadata).toEqual({ name: 'migrate-db', namespace: 'shop', labels });
  expect(template.metadata).toEqual({ labels });
  expect(spec).toEqual({
    completions: 1,
    parallelism: 1,
    completionMode: 'NonIndexed',
    backoffLimit: 6,
    podReplacementPolicy: 'Failed',
    activeDeadlineSeconds: 86_400,
    ttlSecondsAfterFinished: 604_800,
    suspend: false,
  });
});

test('all defaults: the Pod, which is never started again and holds no variables of others', () => {
  const { containers, volumes, ...pod } = jobOf().pod;
  expect(pod).toEqual({
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    restartPolicy: 'Never',
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 65532,
      runAsGroup: 65532,
      fsGroup: 65532,
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
    },
    imagePullSecrets: [{ name: 'shop-registry' }],
    terminationGracePeriodSeconds: 30,
  });
  expect(containers).toMatchObject([{ name: 'migrate-db', image: image.reference }]);
  expect(containers[0]).not.toHaveProperty('lifecycle');
});

test.each`
  props                                              | field                        | value
  ${{ completions: 5 }}                              | ${'completions'}             | ${5}
  ${{ completions: 'workQueue' }}                    | ${'completions'}             | ${undefined}
  ${{ parallelism: 3 }}                              | ${'parallelism'}             | ${3}
  ${{ completionMode: 'Indexed' }}                   | ${'completionMode'}          | ${'Indexed'}
  ${{ backoffLimit: 0 }}                             | ${'backoffLimit'}            | ${0}
  ${{ backoffLimit: 3 }}                             | ${'backoffLimit'}            | ${3}
  ${{ podReplacementPolicy: 'TerminatingOrFailed' }} | ${'podReplacementPolicy'}    | ${'TerminatingOrFailed'}
  ${{ activeDeadline: Duration.minutes(20) }}        | ${'activeDeadlineSeconds'}   | ${1200}
  ${{ ttlAfterFinished: Duration.hours(1) }}         | ${'ttlSecondsAfterFinished'} | ${3600}
  ${{ ttlAfterFinished: Duration.seconds(0) }}       | ${'ttlSecondsAfterFinished'} | ${0}
  ${{ ttlAfterFinished: 'forever' }}                 | ${'ttlSecondsAfterFinished'} | ${undefined}
  ${{ state: 'suspended' }}                          | ${'suspend'}                 | ${true}
  ${{ podFailurePolicy: [] }}                        | ${'podFailurePolicy'}        | ${undefined}
`('$props: $field is $value', ({ props, field, value }) => {
  expect(jobOf(props).spec[field]).toBe(value);
});

test('restartPolicy: a container may be started again in its Pod', () => {
  expect(jobOf({ restartPolicy: 'OnFailure' }).pod.restartPolicy).toBe('OnFailure');
});

test('backoffLimitPerIndex: each index has its own bound, and together they have none', () => {
  const { spec } = jobOf({ completionMode: 'Indexed', completions: 8, backoffLimitPerIndex: 0, maxFailedIndexes: 2 });
  expect(spec).toMatchObject({ backoffLimit: 2_147_483_647, backoffLimitPerIndex: 0, maxFailedIndexes: 2 });
  expect(jobOf({ completionMode: 'Indexed', backoffLimitPerIndex: 1, backoffLimit: 9 }).spec.backoffLimit).toBe(9);
});

test('podFailurePolicy: rules stand in their order, as the first that fits decides', () => {
  const podFailurePolicy = [
    PodFailureRule.podCondition('DisruptionTarget', 'Ignore'),
    PodFailureRule.exitCodeIn([78], 'FailJob', { container: 'migrate-db' }),
  ];
  expect(jobOf({ podFailurePolicy }).spec.podFailurePolicy).toEqual({
    rules: [
      { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
      { action: 'FailJob', onExitCodes: { containerName: 'migrate-db', operator: 'In', values: [78] } },
    ],
  });
});

test('name and application: the name is the instance, the application the name of container and group', () => {
  const { job, manifest, pod } = jobOf({ name: 'orders-migrate', application: 'orders' });
  const selector = { 'app.kubernetes.io/name': 'orders', 'app.kubernetes.io/instance': 'orders-migrate' };
  expect(manifest.metadata).toMatchObject({ name: 'orders-migrate', labels: selector });
  expect(pod.containers[0].name).toBe('orders');
  expect([job.name, job.selector, job.portName]).toEqual(['orders-migrate', selector, 'http']);
});

describe('naming by content', () => {
  const versionOf = (props: Partial<BatchJobProps>, chart?: Chart) =>
    jobOf({ naming: 'byContent', ...props }, chart).manifest.metadata.name;
  const version = versionOf({});

  test('the name ends in a version; what selects its Pods stays, and an older one may run to its end', () => {
    const { job, manifest, spec } = jobOf({ naming: 'byContent' });
    expect(manifest.metadata.name).toMatch(/^migrate-db-[0-9a-f]{10}$/);
    expect(manifest.metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-options': 'Prune=false',
      'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    });
    expect(job.name).toBe('migrate-db');
    expect([manifest.metadata.labels, spec.template.metadata.labels]).toEqual([labels, labels]);
  });

  test.each([
    { image: { ...image, reference: 'shop/orders:2025-01' } },
    { args: ['migrate'] },
    { env: { A: 'b' } },
    { restartPolicy: 'OnFailure' },
    { completions: 2 },
    { completionMode: 'Indexed' },
    { completionMode: 'Indexed', backoffLimitPerIndex: 1 },
    { podFailurePolicy: [PodFailureRule.exitCodeIn([1], 'FailJob')] },
  ] as Partial<BatchJobProps>[])('%p is another Job: Kubernetes would not let it change', (props) => {
    expect(versionOf(props)).not.toBe(version);
  });

  test.each([
    { ttlAfterFinished: 'forever' },
    { activeDeadline: Duration.minutes(1) },
    { backoffLimit: 1 },
    { parallelism: 2 },
    { podReplacementPolicy: 'TerminatingOrFailed' },
    { state: 'suspended' },
  ] as Partial<BatchJobProps>[])('%p is the same Job: it runs nothing again', (props) => {
    expect(versionOf(props)).toBe(version);
  });

  test('labels are content, the place in the tree is not', () => {
    const other = new Chart(testChart(), 'inner', { namespace: 'shop', labels: testChart().labels });
    expect(versionOf({}, other)).toBe(version);
    expect(versionOf({}, new Chart(testChart(), 'inner', { namespace: 'shop' }))).not.toBe(version);
  });

  test('the order of fields does not count', () => {
    expect(versionOf({ podAnnotations: { a: '1', b: '2' } })).toBe(versionOf({ podAnnotations: { b: '2', a: '1' } }));
  });
});

test('an Indexed Job may be told its index, in its arguments', () => {
  const { pod } = jobOf({ completionMode: 'Indexed', completions: 2, args: ['--part=$(JOB_COMPLETION_INDEX)'] });
  expect(pod.containers[0].args).toEqual(['--part=$(JOB_COMPLETION_INDEX)']);
});

test('a Job of a service account, on chosen nodes, as a user that the image is made for', () => {
  const { pod } = jobOf({
    name: 'admission-create',
    args: ['create', '--namespace=$(POD_NAMESPACE)'],
    env: { POD_NAMESPACE: fromPodField('metadata.namespace') },
    account: { name: 'admission', token: 'mounted' },
    placement: [Placement.nodeSelector({ 'kubernetes.io/os': 'linux' })],
    user: 2000,
    restartPolicy: 'OnFailure',
  });
  expect(pod).toMatchObject({
    serviceAccountName: 'admission',
    automountServiceAccountToken: true,
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    restartPolicy: 'OnFailure',
    securityContext: { fsGroup: 2000, runAsUser: 2000, runAsNonRoot: true },
  });
  expect(pod.containers[0]).toMatchObject({
    args: ['create', '--namespace=$(POD_NAMESPACE)'],
    env: [{ name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } }],
    securityContext: { allowPrivilegeEscalation: false },
  });
});
