import { Duration, Size } from 'cdk8s';
import { Probe } from '../../../lib/constructs/container/probe';
import { AutoscaledWorkload } from '../../../lib/constructs/scaling/autoscaled-workload';
import { DisruptionBudget } from '../../../lib/constructs/scaling/disruption-budget';
import { Volume } from '../../../lib/constructs/storage/volume';
import { ProbedStatefulSet } from '../../../lib/constructs/workload/probed-stateful-set';
import type { ProbedStatefulSetProps } from '../../../lib/constructs/workload/probed-stateful-set-props';
import { StatefulSetRollout } from '../../../lib/constructs/workload/stateful-set-rollout';
import { objectOf, problemsOf, testChart } from '../../support/chart';
import { image, size } from '../../support/samples';

const required = { image, size, port: 5432, readiness: Probe.exec(['ready']), liveness: Probe.tcp() };
const LABELS = { 'app.kubernetes.io/name': 'order-db', 'app.kubernetes.io/instance': 'order-db' };
const CHART_LABELS = { 'app.kubernetes.io/part-of': 'orders', environment: 'rehearsal' };

function dbOf(props: Partial<ProbedStatefulSetProps> = {}) {
  const chart = testChart();
  const db = new ProbedStatefulSet(chart, 'OrderDb', { ...required, ...props });
  const set = objectOf(chart, 'StatefulSet');
  const pod = set.spec.template.spec;
  return { chart, db, set, service: objectOf(chart, 'Service'), pod, container: pod.containers[0] };
}

const data = { name: 'data', size: Size.gibibytes(20) };
const mounted = { claims: [data], mounts: [Volume.claimTemplate('data').at('/var/lib/data')] };

test('all defaults: the StatefulSet', () => {
  const { set } = dbOf();
  const { template, ...spec } = set.spec;
  expect(set.apiVersion).toBe('apps/v1');
  expect(set.metadata).toEqual({ name: 'order-db', namespace: 'shop', labels: { ...LABELS, ...CHART_LABELS } });
  expect(template.metadata).toEqual({ labels: { ...LABELS, ...CHART_LABELS } });
  expect(spec).toEqual({
    replicas: 1,
    serviceName: 'order-db-headless',
    podManagementPolicy: 'OrderedReady',
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
    revisionHistoryLimit: 10,
    minReadySeconds: 5,
    selector: { matchLabels: LABELS },
  });
});

test('all defaults: the headless Service, which has no address of its own', () => {
  const { service } = dbOf();
  expect(service.metadata).toEqual({
    name: 'order-db-headless',
    namespace: 'shop',
    labels: { ...LABELS, ...CHART_LABELS },
  });
  expect(service.spec).toEqual({
    type: 'ClusterIP',
    clusterIP: 'None',
    selector: LABELS,
    ports: [{ name: 'http', port: 5432, targetPort: 'http', protocol: 'TCP' }],
  });
});

// Pods of a StatefulSet have no pod-template-hash: seen on Kubernetes 1.30 and 1.36
test('all defaults: Pods keep apart, those of each version by themselves', () => {
  const { topologySpreadConstraints } = dbOf().pod;
  expect(topologySpreadConstraints).toHaveLength(2);
  for (const { matchLabelKeys, labelSelector } of topologySpreadConstraints) {
    expect(matchLabelKeys).toEqual(['controller-revision-hash']);
    expect(labelSelector).toEqual({ matchLabels: LABELS });
  }
});

test.each`
  props                                         | part           | field                              | value
  ${{ name: 'db' }}                             | ${'set'}       | ${'metadata.name'}                 | ${'db'}
  ${{ name: 'db' }}                             | ${'service'}   | ${'metadata.name'}                 | ${'db-headless'}
  ${{ serviceName: 'peers' }}                   | ${'set'}       | ${'spec.serviceName'}              | ${'peers'}
  ${{ serviceName: 'peers' }}                   | ${'service'}   | ${'metadata.name'}                 | ${'peers'}
  ${{ publishedAddresses: 'all' }}              | ${'service'}   | ${'spec.publishNotReadyAddresses'} | ${true}
  ${{ replicas: 5 }}                            | ${'set'}       | ${'spec.replicas'}                 | ${5}
  ${{ replicas: 'autoscaled' }}                 | ${'set'}       | ${'spec.replicas'}                 | ${undefined}
  ${{ podManagementPolicy: 'Parallel' }}        | ${'set'}       | ${'spec.podManagementPolicy'}      | ${'Parallel'}
  ${{ startOrdinal: 3 }}                        | ${'set'}       | ${'spec.ordinals'}                 | ${{ start: 3 }}
  ${{ rollout: StatefulSetRollout.onDelete() }} | ${'set'}       | ${'spec.updateStrategy'}           | ${{ type: 'OnDelete' }}
  ${{ minReady: Duration.seconds(0) }}          | ${'set'}       | ${'spec.minReadySeconds'}          | ${undefined}
  ${{ minReady: Duration.seconds(9) }}          | ${'set'}       | ${'spec.minReadySeconds'}          | ${9}
  ${{ revisionHistoryLimit: 0 }}                | ${'set'}       | ${'spec.revisionHistoryLimit'}     | ${0}
  ${{ spread: [] }}                             | ${'pod'}       | ${'topologySpreadConstraints'}     | ${[]}
  ${{ portName: 'pg' }}                         | ${'container'} | ${'livenessProbe.tcpSocket'}       | ${{ port: 'pg' }}
`('$props: $field of the $part is $value', ({ props, part, field, value }) => {
  const found = dbOf(props);
  const at = field.split('.').reduce((node: never, key: string) => node[key], found[part as 'pod']);
  expect(at).toEqual(value);
});

test('extraPorts: the headless Service has them too, under their names', () => {
  const { service } = dbOf({ portName: 'pg', extraPorts: [{ name: 'gossip', port: 7946, protocol: 'UDP' }] });
  expect(service.spec.ports).toEqual([
    { name: 'pg', port: 5432, targetPort: 'pg', protocol: 'TCP' },
    { name: 'gossip', port: 7946, targetPort: 'gossip', protocol: 'UDP' },
  ]);
});

test('claims: each Pod has a disk of its own, mounted by its name; the Pod names no volume for it', () => {
  const { set, pod, container } = dbOf(mounted);
  expect(set.spec.volumeClaimTemplates).toEqual([
    {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem', resources: { requests: { storage: '20Gi' } } },
    },
  ]);
  expect(container.volumeMounts).toContainEqual({ name: 'data', mountPath: '/var/lib/data' });
  expect(pod.volumes).toEqual([{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }]);
});

test('claims: access, class and form are said as they are given', () => {
  const claims = [{ ...data, accessModes: ['ReadWriteOncePod'], storageClass: 'fast', volumeMode: 'Block' }] as const;
  const { set, container } = dbOf({ claims, mounts: [Volume.claimTemplate('data').asDevice('/dev/data')] });
  expect(set.spec.volumeClaimTemplates[0].spec).toMatchObject({
    accessModes: ['ReadWriteOncePod'],
    storageClassName: 'fast',
    volumeMode: 'Block',
  });
  expect(container.volumeDevices).toEqual([{ name: 'data', devicePath: '/dev/data' }]);
  expect(container.volumeMounts).toEqual([{ name: 'tmp', mountPath: '/tmp' }]);
});

test('claims: two containers may share one', () => {
  const backup = { name: 'backup', image, size, mounts: [Volume.claimTemplate('data').at('/data')] };
  const { pod } = dbOf({ ...mounted, containers: [backup] });
  expect(pod.containers[1].volumeMounts).toContainEqual({ name: 'data', mountPath: '/data' });
});

test.each`
  props                              | policy
  ${{}}                              | ${{ whenDeleted: 'Retain', whenScaled: 'Retain' }}
  ${{ claimsWhenDeleted: 'Delete' }} | ${{ whenDeleted: 'Delete', whenScaled: 'Retain' }}
  ${{ claimsWhenScaled: 'Delete' }}  | ${{ whenDeleted: 'Retain', whenScaled: 'Delete' }}
`('$props: what becomes of claims is $policy', ({ props, policy }) => {
  expect(dbOf({ ...mounted, ...props }).set.spec.persistentVolumeClaimRetentionPolicy).toEqual(policy);
});

test('what others need to know of it is public', () => {
  const { db } = dbOf({ name: 'db-blue', application: 'db', portName: 'pg', replicas: 3 });
  expect(db).toMatchObject({
    name: 'db-blue',
    selector: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db-blue' },
    reference: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db-blue' },
    replicas: 3,
    portName: 'pg',
    requested: ['cpu', 'memory'],
    qosClass: 'Burstable',
  });
  expect([db.statefulSet.name, db.service.name]).toEqual(['db-blue', 'db-blue-headless']);
  expect(db.startupAllowance.toSeconds()).toBe(30);
  expect(dbOf({ startup: Probe.tcp({ failureThreshold: 9 }) }).db.startupAllowance.toSeconds()).toBe(90);
});

test('each Pod has a DNS name by its ordinal', () => {
  expect(dbOf().db.dnsName(2)).toBe('order-db-2.order-db-headless.shop.svc');
  expect(dbOf({ serviceName: 'peers' }).db.dnsName(0)).toBe('order-db-0.peers.shop.svc');
});

test('autoscalers and disruption budgets take it', () => {
  const { chart, db } = dbOf({ replicas: 'autoscaled' });
  expect(problemsOf(chart)).toEqual([expect.stringContaining('must have an autoscaler')]);
  const { hpa, budget } = new AutoscaledWorkload(chart, 'Scaling', { target: db, maxReplicas: 5 });
  expect(hpa.toJson().spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'order-db' });
  expect(budget).toBeInstanceOf(DisruptionBudget);
  expect(problemsOf(chart)).toEqual([]);
});

test('an autoscaler of a workload of another kind, by the same name, is none of its own', () => {
  const { chart, db } = dbOf({ replicas: 'autoscaled' });
  const target = { ...db, reference: { ...db.reference, kind: 'Deployment' }, name: 'order-db' };
  new AutoscaledWorkload(chart, 'Scaling', { target, maxReplicas: 5 });
  expect(problemsOf(chart)).toEqual([expect.stringContaining('must have an autoscaler')]);
});
