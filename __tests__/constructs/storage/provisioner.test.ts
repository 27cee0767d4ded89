import { Provisioner } from '../../../lib/constructs/storage/provisioner';

const secret = { name: 'ceph-admin', namespace: 'ceph' };

test.each`
  provisioner                                                    | name
  ${Provisioner.awsEbs()}                                        | ${'ebs.csi.aws.com'}
  ${Provisioner.azureDisk()}                                     | ${'disk.csi.azure.com'}
  ${Provisioner.gcePersistentDisk()}                             | ${'pd.csi.storage.gke.io'}
  ${Provisioner.nfs({ server: 's', share: '/' })}                | ${'nfs.csi.k8s.io'}
  ${Provisioner.cephfs({ clusterId: 'c', fsName: 'f', secret })} | ${'cephfs.csi.ceph.com'}
  ${Provisioner.rbd({ clusterId: 'c', pool: 'p', secret })}      | ${'rbd.csi.ceph.com'}
  ${Provisioner.csi('x.example.com')}                            | ${'x.example.com'}
  ${Provisioner.none()}                                          | ${'kubernetes.io/no-provisioner'}
`('$name', ({ provisioner, name }) => {
  expect(provisioner).toMatchObject({ name, problem: undefined });
});

test('the parameters of another driver are its own words', () => {
  expect(Provisioner.csi('x.example.com', { tier: 'gold' }).parameters).toEqual({ tier: 'gold' });
  expect(Provisioner.none().parameters).toEqual({});
});

test.each`
  provisioner                                                   | prop
  ${Provisioner.awsEbs({ type: 'io2' })}                        | ${'iops'}
  ${Provisioner.azureDisk({ skuName: 'UltraSSD_LRS' })}         | ${'cachingMode'}
  ${Provisioner.nfs({ server: '', share: '/' })}                | ${'server'}
  ${Provisioner.cephfs({ clusterId: '', fsName: 'f', secret })} | ${'clusterId'}
  ${Provisioner.rbd({ clusterId: 'c', pool: '', secret })}      | ${'pool'}
  ${Provisioner.csi('kubernetes.io/glusterfs')}                 | ${'driver'}
  ${Provisioner.csi('a', { '': 'b' })}                          | ${'parameters'}
`('a wrong $prop is known of it', ({ provisioner, prop }) => {
  expect(provisioner.problem).toMatchObject({ prop });
});
