import { Duration } from 'cdk8s';
import { Probe } from '../../../lib/constructs/container/probe';
import { AutoscaledWorkload } from '../../../lib/constructs/scaling/autoscaled-workload';
import { Volume } from '../../../lib/constructs/storage/volume';
import { BareReplicaSet, type BareReplicaSetProps } from '../../../lib/constructs/workload/bare-replica-set';
import { objectOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { image, size } from '../../support/samples';

function copiesOf(props: Partial<BareReplicaSetProps> = {}) {
  const chart = testChart();
  const copies = new BareReplicaSet(chart, 'Copies', { image, size, ...props });
  const set = objectOf(chart, 'ReplicaSet');
  return { chart, copies, set, pod: set.spec.template.spec };
}

const LABELS = { 'app.kubernetes.io/name': 'copies', 'app.kubernetes.io/instance': 'copies' };

test('all defaults: the ReplicaSet', () => {
  const { template, ...spec } = copiesOf().set.spec;
  expect(spec).toEqual({ replicas: 2, minReadySeconds: 5, selector: { matchLabels: LABELS } });
  expect(template.metadata.labels).toMatchObject(LABELS);
});

// seen on Kubernetes 1.30 and 1.36: pod-template-hash is put there by the Deployment
test('all defaults: Pods keep apart, and no label tells their versions from each other', () => {
  const { topologySpreadConstraints } = copiesOf().pod;
  expect(topologySpreadConstraints).toHaveLength(2);
  for (const constraint of topologySpreadConstraints) expect(constraint).not.toHaveProperty('matchLabelKeys');
});

test.each`
  props                                | field                     | value
  ${{ name: 'web' }}                   | ${'metadata.name'}        | ${'web'}
  ${{ replicas: 7 }}                   | ${'spec.replicas'}        | ${7}
  ${{ replicas: 'autoscaled' }}        | ${'spec.replicas'}        | ${undefined}
  ${{ minReady: Duration.seconds(0) }} | ${'spec.minReadySeconds'} | ${undefined}
`('$props: $field is $value', ({ props, field, value }) => {
  const at = field.split('.').reduce((node: never, key: string) => node[key], copiesOf(props).set as never);
  expect(at).toEqual(value);
});

test('what others need to know of it is public, and an autoscaler takes it', () => {
  const { chart, copies } = copiesOf({ port: 80, liveness: Probe.tcp(), replicas: 'autoscaled' });
  expect(copies).toMatchObject({
    name: 'copies',
    selector: LABELS,
    portName: 'http',
    reference: { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'copies' },
    requested: ['cpu', 'memory'],
    qosClass: 'Burstable',
  });
  expect(copies.startupAllowance?.toSeconds()).toBe(30);
  expect(problemsOf(chart)).toHaveLength(1);
  new AutoscaledWorkload(chart, 'Scaling', { target: copies, maxReplicas: 4 });
  expect(problemsOf(chart)).toEqual([]);
});

test.each`
  props                                                  | refusal
  ${{ name: 'a'.repeat(58) }}                            | ${/^InvalidName .* must be at most 57 characters for a ReplicaSet/}
  ${{ replicas: -1 }}                                    | ${/^OutOfRange \[test\/Copies\] replicas: invalid value -1/}
  ${{ command: ['echo'] }}                               | ${/^EndsAtOnce \[test\/Copies\] command/}
  ${{ mounts: [Volume.claimTemplate('data').at('/d')] }} | ${/^UnknownClaim \[test\/Copies\] mounts: invalid value "data"/}
  ${{ image: { ...image, reference: '' } }}              | ${/^InvalidImage \[test\/Copies\] image/}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => copiesOf(props))).toMatch(refusal);
});

test('fails when its port is asked for and there is none', () => {
  expect(refusalOf(() => copiesOf().copies.portName)).toMatch(/^NoPort \[test\/Copies\] port: /);
});
