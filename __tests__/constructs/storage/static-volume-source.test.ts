import { StaticVolumeSource } from '../../../lib/constructs/storage/static-volume-source';

const secret = { name: 'ceph-user', namespace: 'ceph' };
const AZURE = '/subscriptions/1/resourceGroups/g/providers/Microsoft.Compute/disks/d';
const GCE = 'projects/p/regions/r/disks/d';

test.each`
  source                                                                                          | fields
  ${StaticVolumeSource.nfs('nfs.internal', '/x')}                                                 | ${{ nfs: { server: 'nfs.internal', path: '/x' } }}
  ${StaticVolumeSource.nfsCsi('nfs.internal', '/x')}                                              | ${{ csi: { driver: 'nfs.csi.k8s.io', volumeHandle: 'nfs.internal#/x', volumeAttributes: { server: 'nfs.internal', share: '/x' } } }}
  ${StaticVolumeSource.cephfs({ clusterId: 'c', fsName: 'f', rootPath: '/volumes/a', secret })}   | ${{ csi: { driver: 'cephfs.csi.ceph.com', volumeHandle: 'c/volumes/a', volumeAttributes: { clusterID: 'c', fsName: 'f', rootPath: '/volumes/a', staticVolume: 'true' }, nodeStageSecretRef: secret } }}
  ${StaticVolumeSource.rbd({ clusterId: 'c', pool: 'p', image: 'i', secret, fileSystem: 'xfs' })} | ${{ csi: { driver: 'rbd.csi.ceph.com', volumeHandle: 'i', fsType: 'xfs', volumeAttributes: { clusterID: 'c', pool: 'p', imageFeatures: 'layering', staticVolume: 'true' }, nodeStageSecretRef: secret } }}
  ${StaticVolumeSource.awsEbs('vol-0a1b', 'ext4')}                                                | ${{ csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-0a1b', fsType: 'ext4' } }}
  ${StaticVolumeSource.azureDisk(AZURE)}                                                          | ${{ csi: { driver: 'disk.csi.azure.com', volumeHandle: AZURE } }}
  ${StaticVolumeSource.gcePersistentDisk(GCE)}                                                    | ${{ csi: { driver: 'pd.csi.storage.gke.io', volumeHandle: GCE } }}
  ${StaticVolumeSource.csi({ driver: 'a.b', volumeHandle: 'h', attributes: { k: 'v' }, secret })} | ${{ csi: { driver: 'a.b', volumeHandle: 'h', volumeAttributes: { k: 'v' }, nodeStageSecretRef: secret } }}
  ${StaticVolumeSource.local('/mnt/a', 'xfs')}                                                    | ${{ local: { path: '/mnt/a', fsType: 'xfs' } }}
  ${StaticVolumeSource.hostPath('/mnt/a')}                                                        | ${{ hostPath: { path: '/mnt/a', type: 'DirectoryOrCreate' } }}
  ${StaticVolumeSource.hostPath('/mnt/a', 'Directory')}                                           | ${{ hostPath: { path: '/mnt/a', type: 'Directory' } }}
`('$fields', ({ source, fields }) => {
  expect(source.manifest).toEqual(fields);
  expect(source.problem).toBeUndefined();
});

test.each`
  source                                                                                              | prop              | got
  ${StaticVolumeSource.nfs('', '/x')}                                                                 | ${'server'}       | ${''}
  ${StaticVolumeSource.nfs('s', 'x')}                                                                 | ${'path'}         | ${'x'}
  ${StaticVolumeSource.nfsCsi('s', 'x')}                                                              | ${'path'}         | ${'x'}
  ${StaticVolumeSource.cephfs({ clusterId: 'c', fsName: 'f', rootPath: 'a', secret })}                | ${'rootPath'}     | ${'a'}
  ${StaticVolumeSource.rbd({ clusterId: 'c', pool: 'p', image: '', secret })}                         | ${'volumeHandle'} | ${''}
  ${StaticVolumeSource.awsEbs('disk')}                                                                | ${'volumeHandle'} | ${'disk'}
  ${StaticVolumeSource.awsEbs('aws://eu-1a/vol-0a')}                                                  | ${'volumeHandle'} | ${'aws://eu-1a/vol-0a'}
  ${StaticVolumeSource.azureDisk('d')}                                                                | ${'volumeHandle'} | ${'d'}
  ${StaticVolumeSource.gcePersistentDisk('d')}                                                        | ${'volumeHandle'} | ${'d'}
  ${StaticVolumeSource.csi({ driver: 'a_b', volumeHandle: 'h' })}                                     | ${'driver'}       | ${'a_b'}
  ${StaticVolumeSource.csi({ driver: 'a', volumeHandle: '' })}                                        | ${'volumeHandle'} | ${''}
  ${StaticVolumeSource.csi({ driver: 'a', volumeHandle: 'h', secret: { name: 's', namespace: '' } })} | ${'secret'}       | ${{ name: 's', namespace: '' }}
  ${StaticVolumeSource.local('mnt')}                                                                  | ${'path'}         | ${'mnt'}
  ${StaticVolumeSource.hostPath('/a/../b')}                                                           | ${'path'}         | ${'/a/../b'}
`('a wrong $prop ($got) is known of the source', ({ source, prop, got }) => {
  expect(source.problem).toMatchObject({ prop, got });
});

test.each(['glusterfs', 'awsElasticBlockStore', 'azureDisk', 'gcePersistentDisk', 'cephfs', 'rbd'])(
  'none writes %s, which Kubernetes does not mount itself any more',
  (field) => {
    const sources = [
      StaticVolumeSource.cephfs({ clusterId: 'c', fsName: 'f', rootPath: '/a', secret }),
      StaticVolumeSource.rbd({ clusterId: 'c', pool: 'p', image: 'i', secret }),
      StaticVolumeSource.awsEbs('vol-0a'),
      StaticVolumeSource.azureDisk(AZURE),
      StaticVolumeSource.gcePersistentDisk(GCE),
    ];
    for (const { manifest } of sources) expect(manifest).not.toHaveProperty(field);
  },
);
