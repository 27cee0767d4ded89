import { Size } from 'cdk8s';
import { LabelExpression } from '../../../lib/constructs/pod/label-expression';
import { StaticVolume } from '../../../lib/constructs/storage/static-volume';
import type { StaticVolumeProps } from '../../../lib/constructs/storage/static-volume-props';
import { StaticVolumeSource } from '../../../lib/constructs/storage/static-volume-source';
import { objectOf, testChart } from '../../support/chart';

function volumeOf(props: Partial<StaticVolumeProps> = {}) {
  const chart = testChart();
  const source = StaticVolumeSource.awsEbs('vol-0a');
  const required = { source, capacity: Size.gibibytes(7), accessModes: ['ReadWriteOnce'] } as const;
  const volume = new StaticVolume(chart, 'OrderDisk', { ...required, ...props });
  const { metadata, spec } = objectOf(chart, 'PersistentVolume');
  return { volume, metadata, spec };
}

test('all defaults: of no class, kept with its data when its claim is gone', () => {
  const { volume, metadata, spec } = volumeOf();
  expect(metadata).not.toHaveProperty('annotations');
  expect(metadata.name).toBe('order-disk');
  expect(spec).toEqual({
    csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-0a' },
    capacity: { storage: '7Gi' },
    accessModes: ['ReadWriteOnce'],
    persistentVolumeReclaimPolicy: 'Retain',
    volumeMode: 'Filesystem',
  });
  expect([volume.name, volume.storageClass]).toEqual(['order-disk', 'none']);
});

test.each`
  props                                             | field
  ${{ accessModes: ['ReadWriteOncePod'] }}          | ${{ accessModes: ['ReadWriteOncePod'] }}
  ${{ capacity: Size.tebibytes(1) }}                | ${{ capacity: { storage: '1Ti' } }}
  ${{ storageClass: 'fast' }}                       | ${{ storageClassName: 'fast' }}
  ${{ volumeMode: 'Block' }}                        | ${{ volumeMode: 'Block' }}
  ${{ mountOptions: ['noatime'] }}                  | ${{ mountOptions: ['noatime'] }}
  ${{ claim: { name: 'data', namespace: 'shop' } }} | ${{ claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: 'data', namespace: 'shop' } }}
`('$props: $field', ({ props, field }) => {
  expect(volumeOf(props).spec).toMatchObject(field);
});

test('name and class are what a claim names', () => {
  const { volume, metadata } = volumeOf({ name: 'dev.disk', storageClass: 'fast' });
  expect([metadata.name, volume.name, volume.storageClass]).toEqual(['dev.disk', 'dev.disk', 'fast']);
});

test('nodes: all conditions hold together', () => {
  const nodes = [LabelExpression.in('zone', 'a', 'b'), LabelExpression.exists('fast')];
  expect(volumeOf({ nodes }).spec.nodeAffinity.required.nodeSelectorTerms).toEqual([
    {
      matchExpressions: [
        { key: 'zone', operator: 'In', values: ['a', 'b'] },
        { key: 'fast', operator: 'Exists' },
      ],
    },
  ]);
});

test('labels: those of the chart stay', () => {
  expect(volumeOf({ labels: { tier: 'slow' } }).metadata.labels).toEqual({
    tier: 'slow',
    'app.kubernetes.io/part-of': 'orders',
    environment: 'rehearsal',
  });
});

test('reclaimPolicy: to be deleted, it says by which driver', () => {
  const { metadata, spec } = volumeOf({ reclaimPolicy: 'Delete' });
  expect(spec.persistentVolumeReclaimPolicy).toBe('Delete');
  expect(metadata.annotations).toEqual({ 'pv.kubernetes.io/provisioned-by': 'ebs.csi.aws.com' });
});
