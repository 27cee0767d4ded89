import { cephFsParameters, cephFsProblem } from '../../../../lib/constructs/storage/drivers/ceph-fs';

const required = { clusterId: 'main', fsName: 'files', secret: { name: 'user', namespace: 'ceph' } };

test('all defaults: the secret in the three roles that the driver asks for it in', () => {
  expect(cephFsParameters(required)).toEqual({
    clusterID: 'main',
    fsName: 'files',
    'csi.storage.k8s.io/provisioner-secret-name': 'user',
    'csi.storage.k8s.io/provisioner-secret-namespace': 'ceph',
    'csi.storage.k8s.io/controller-expand-secret-name': 'user',
    'csi.storage.k8s.io/controller-expand-secret-namespace': 'ceph',
    'csi.storage.k8s.io/node-stage-secret-name': 'user',
    'csi.storage.k8s.io/node-stage-secret-namespace': 'ceph',
  });
});

test('pool: the data goes there', () => {
  expect(cephFsParameters({ ...required, pool: 'slow' }).pool).toBe('slow');
});

test.each`
  wrong                                        | prop
  ${{ clusterId: '' }}                         | ${'clusterId'}
  ${{ clusterId: 'ä'.repeat(19) }}             | ${'clusterId'}
  ${{ fsName: '' }}                            | ${'fsName'}
  ${{ secret: { name: 'A', namespace: 'b' } }} | ${'secret'}
`('fails for $wrong', ({ wrong, prop }) => {
  expect(cephFsProblem({ ...required, ...wrong })).toMatchObject({ prop });
});

test('takes an id of 36 bytes', () => {
  expect(cephFsProblem({ ...required, clusterId: 'a'.repeat(36) })).toBeUndefined();
});
