import { gcePersistentDiskParameters } from '../../../../lib/constructs/storage/drivers/gce-persistent-disk';

test('all defaults: a disk that does not turn, in one zone', () => {
  const defaults = { type: 'pd-balanced', 'csi.storage.k8s.io/fstype': 'ext4', 'replication-type': 'none' };
  expect(gcePersistentDiskParameters({})).toEqual(defaults);
});

test.each`
  option                            | parameter
  ${{ type: 'pd-ssd' }}             | ${{ type: 'pd-ssd' }}
  ${{ fileSystem: 'xfs' }}          | ${{ 'csi.storage.k8s.io/fstype': 'xfs' }}
  ${{ replication: 'regional-pd' }} | ${{ 'replication-type': 'regional-pd' }}
  ${{ kmsKey: 'projects/p/k' }}     | ${{ 'disk-encryption-kms-key': 'projects/p/k' }}
`('$option: $parameter', ({ option, parameter }) => {
  expect(gcePersistentDiskParameters(option)).toMatchObject(parameter);
});
