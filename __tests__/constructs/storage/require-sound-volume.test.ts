import { Size } from 'cdk8s';
import { LabelExpression } from '../../../lib/constructs/pod/label-expression';
import { StaticVolume } from '../../../lib/constructs/storage/static-volume';
import type { StaticVolumeProps } from '../../../lib/constructs/storage/static-volume-props';
import { StaticVolumeSource } from '../../../lib/constructs/storage/static-volume-source';
import { testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

const disk = StaticVolumeSource.awsEbs('vol-0a');
const [nfs, local, hostPath] = [
  StaticVolumeSource.nfs('s', '/a'),
  StaticVolumeSource.local('/a'),
  StaticVolumeSource.hostPath('/a'),
];
const driver = StaticVolumeSource.csi({ driver: 'a.b', volumeHandle: 'h' });
const nodes = [LabelExpression.in('kubernetes.io/hostname', 'n1')];

function refused(props: Partial<StaticVolumeProps>) {
  const required = { source: disk, capacity: Size.gibibytes(1), accessModes: ['ReadWriteOnce'] } as const;
  return refusalOf(() => new StaticVolume(testChart(), 'Disk', { ...required, ...props }));
}

test.each`
  props                                             | refusal
  ${{ name: 'A' }}                                  | ${'name: invalid value "A": must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit'}
  ${{ capacity: Size.gibibytes(0) }}                | ${'capacity: invalid value "0Gi": must be more than nothing'}
  ${{ accessModes: [] }}                            | ${'accessModes: invalid value []: must name at least one'}
  ${{ storageClass: 'A' }}                          | ${'storageClass: invalid value "A": must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit'}
  ${{ claim: { name: 'a', namespace: '' } }}        | ${'claim: invalid value {"name":"a","namespace":""}: must be lower case letters, digits and "-", beginning and ending with a letter or digit'}
  ${{ claim: { name: '', namespace: 'a' } }}        | ${'claim: invalid value {"name":"","namespace":"a"}: must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit'}
  ${{ nodes: [] }}                                  | ${'nodes: invalid value []: must not be empty'}
  ${{ nodes: [LabelExpression.in('zone', 'a b')] }} | ${'nodes: invalid value "a b": must be letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
  ${{ labels: { 'a b': 'c' } }}                     | ${'labels: invalid value "a b": name must be at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
  ${{ labels: { a: 'b c' } }}                       | ${'labels: invalid value "b c": must be letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
  ${{ source: StaticVolumeSource.nfs('', '/a') }}   | ${'source.server: invalid value "": must not be empty'}
  ${{ source: local }}                              | ${'nodes: must be given for a local volume'}
  ${{ source: nfs, volumeMode: 'Block' }}           | ${'volumeMode: invalid value "Block": must be "Filesystem": the source has folders, no devices'}
  ${{ accessModes: ['ReadWriteMany'] }}             | ${'accessModes: invalid value ["ReadWriteMany"]: must not have ReadWriteMany: two nodes would destroy the file system of a disk'}
  ${{ source: hostPath, mountOptions: ['ro'] }}     | ${'mountOptions: invalid value ["ro"]: must not be given: nothing reads them'}
  ${{ volumeMode: 'Block', mountOptions: ['ro'] }}  | ${'mountOptions: invalid value ["ro"]: must not be given: nothing reads them'}
  ${{ source: nfs, reclaimPolicy: 'Delete' }}       | ${'reclaimPolicy: invalid value "Delete": must be "Retain": nobody can delete it'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refused(props)).toBe(`InvalidVolume [test/Disk] ${refusal}`);
});

test.each`
  because                                 | props
  ${'a local volume that says its node'}  | ${{ source: local, nodes }}
  ${'files that many nodes write'}        | ${{ source: nfs, accessModes: ['ReadWriteMany'] }}
  ${'a raw device that many nodes write'} | ${{ volumeMode: 'Block', accessModes: ['ReadWriteMany'] }}
  ${'what only its driver knows'}         | ${{ source: driver, accessModes: ['ReadWriteMany'], reclaimPolicy: 'Delete' }}
  ${'options of an NFS mount'}            | ${{ source: nfs, mountOptions: ['nfsvers=4.1'] }}
`('takes $because', ({ props }) => {
  expect(refused(props)).toBe('nothing refused');
});
