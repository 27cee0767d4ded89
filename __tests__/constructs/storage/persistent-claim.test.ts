import { Size } from 'cdk8s';
import { PersistentClaim, type PersistentClaimProps } from '../../../lib/constructs/storage/persistent-claim';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

const size = Size.gibibytes(3);

function claimOf(props: Partial<PersistentClaimProps> = {}, id = 'OrderData') {
  const chart = testChart();
  const claim = new PersistentClaim(chart, id, { size, ...props });
  const { metadata, spec } = objectOf(chart, 'PersistentVolumeClaim');
  return { claim, metadata, spec };
}

test('all defaults: files for one node, of the default class, that outlive the program', () => {
  const { metadata, spec } = claimOf();
  expect(metadata).toMatchObject({ name: 'order-data', namespace: 'shop' });
  expect(metadata.annotations).toEqual({ 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' });
  expect(spec).toEqual({
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '3Gi' } },
    volumeMode: 'Filesystem',
  });
});

test('name: Pods call their volume after it', () => {
  const { claim, metadata } = claimOf({ name: 'blobs' });
  expect([claim.name, metadata.name]).toEqual(['blobs', 'blobs']);
  expect(claim.volume.manifest()).toEqual({ name: 'blobs', persistentVolumeClaim: { claimName: 'blobs' } });
});

test('at: it is one volume, however often it is mounted', () => {
  const { claim } = claimOf();
  expect(claim.at('/data', { subPath: 'a' })).toEqual({ volume: claim.volume, path: '/data', subPath: 'a' });
  expect(claim.at('/b').volume).toBe(claim.at('/a').volume);
});

test('volumeMode: what the volume holds is known where it is mounted', () => {
  expect(claimOf().claim.volume.traits.volumeMode).toBe('Filesystem');
  const { claim } = claimOf({ volumeMode: 'Block' });
  expect(claim.volume.traits.volumeMode).toBe('Block');
  expect(claim.asDevice('/dev/data')).toEqual({ volume: claim.volume, path: '/dev/data', as: 'device' });
});

test('size: it is what the claim asks for', () => {
  expect(claimOf({ size: Size.tebibytes(2) }).spec.resources.requests.storage).toBe('2Ti');
});

test.each`
  props                                                    | field
  ${{ accessModes: ['ReadWriteOncePod'] }}                 | ${{ accessModes: ['ReadWriteOncePod'] }}
  ${{ storageClass: 'fast' }}                              | ${{ storageClassName: 'fast' }}
  ${{ storageClass: 'none' }}                              | ${{ storageClassName: '' }}
  ${{ volumeMode: 'Block' }}                               | ${{ volumeMode: 'Block' }}
  ${{ dataSource: { claim: 'old' } }}                      | ${{ dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'old' } }}
  ${{ volumeName: 'share', storageClass: 'none' }}         | ${{ volumeName: 'share', storageClassName: '' }}
  ${{ selector: { tier: 'slow' }, storageClass: 'local' }} | ${{ selector: { matchLabels: { tier: 'slow' } }, storageClassName: 'local' }}
`('$props: $field', ({ props, field }) => {
  expect(claimOf(props).spec).toMatchObject(field);
});

test('whenRemoved: one that may be deleted carries no word for Argo CD', () => {
  expect(claimOf({ whenRemoved: 'deleted' }).metadata.annotations).toBeUndefined();
});

test.each`
  props                                                                     | refusal
  ${{ name: 'a.b' }}                                                        | ${'name: invalid value "a.b": must be lower case letters, digits and "-", beginning and ending with a letter or digit'}
  ${{ name: 'a'.repeat(64) }}                                               | ${`name: invalid value "${'a'.repeat(64)}": must be at most 63 characters for a Namespace, has 64`}
  ${{ size: Size.gibibytes(0) }}                                            | ${'size: invalid value "0Gi": must be more than nothing'}
  ${{ accessModes: [] }}                                                    | ${'accessModes: invalid value []: must name at least one'}
  ${{ volumeName: 'A', storageClass: 'none' }}                              | ${'volumeName: invalid value "A": must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit'}
  ${{ volumeName: 'share' }}                                                | ${'volumeName: invalid value "share": must be given with storageClass'}
  ${{ selector: { a: 'b' } }}                                               | ${'selector: invalid value {"a":"b"}: must be given with storageClass'}
  ${{ selector: { 'a b': 'c' }, storageClass: 'none' }}                     | ${'selector: invalid value "a b": name must be at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
  ${{ selector: { a: 'b c' }, storageClass: 'none' }}                       | ${'selector: invalid value "b c": must be letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
  ${{ volumeName: 'share', storageClass: 'x', dataSource: { claim: 'b' } }} | ${'volumeName: invalid value "share": must not be given with dataSource: nothing would be copied'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => claimOf(props, 'Data'))).toBe(`InvalidClaim [test/Data] ${refusal}`);
});
