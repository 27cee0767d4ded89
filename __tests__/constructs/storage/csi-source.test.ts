import { csiSourceManifest, csiSourceProblem } from '../../../lib/constructs/storage/csi-source';

const required = { driver: 'x.example.com', volumeHandle: 'disk-1' };

test('all defaults: the driver and what it calls the volume', () => {
  expect(csiSourceManifest(required)).toEqual(required);
});

test.each`
  option                                               | field
  ${{ attributes: { a: 'b' } }}                        | ${{ volumeAttributes: { a: 'b' } }}
  ${{ fileSystem: 'xfs' }}                             | ${{ fsType: 'xfs' }}
  ${{ secret: { name: 'login', namespace: 'disks' } }} | ${{ nodeStageSecretRef: { name: 'login', namespace: 'disks' } }}
`('$option: $field', ({ option, field }) => {
  expect(csiSourceManifest({ ...required, ...option })).toMatchObject(field);
});

test.each`
  wrong                                       | prop
  ${{ driver: 'a_b' }}                        | ${'driver'}
  ${{ volumeHandle: '' }}                     | ${'volumeHandle'}
  ${{ secret: { name: '', namespace: 'a' } }} | ${'secret'}
`('fails for $wrong', ({ wrong, prop }) => {
  expect(csiSourceProblem({ ...required, ...wrong })).toMatchObject({ prop });
});
