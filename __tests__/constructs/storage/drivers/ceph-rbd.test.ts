import { cephRbdParameters, cephRbdProblem } from '../../../../lib/constructs/storage/drivers/ceph-rbd';

const required = { clusterId: 'main', pool: 'disks', secret: { name: 'user', namespace: 'ceph' } };

test('all defaults: what every kernel can mount', () => {
  expect(cephRbdParameters(required)).toMatchObject({
    clusterID: 'main',
    pool: 'disks',
    imageFeatures: 'layering',
    'csi.storage.k8s.io/fstype': 'ext4',
    'csi.storage.k8s.io/node-stage-secret-name': 'user',
  });
});

test.each`
  option                                               | parameter
  ${{ fileSystem: 'xfs' }}                             | ${{ 'csi.storage.k8s.io/fstype': 'xfs' }}
  ${{ imageFeatures: ['layering', 'exclusive-lock'] }} | ${{ imageFeatures: 'layering,exclusive-lock' }}
`('$option: $parameter', ({ option, parameter }) => {
  expect(cephRbdParameters({ ...required, ...option })).toMatchObject(parameter);
});

test.each`
  wrong                                            | prop
  ${{ pool: '' }}                                  | ${'pool'}
  ${{ clusterId: '' }}                             | ${'clusterId'}
  ${{ imageFeatures: ['layering', 'journaling'] }} | ${'imageFeatures'}
  ${{ imageFeatures: ['object-map'] }}             | ${'imageFeatures'}
`('fails for $wrong', ({ wrong, prop }) => {
  expect(cephRbdProblem({ ...required, ...wrong })).toMatchObject({ prop });
});

test('takes features that have what they rest on', () => {
  expect(cephRbdProblem({ ...required, imageFeatures: ['exclusive-lock', 'object-map'] })).toBeUndefined();
});
