import { nfsShareParameters, nfsShareProblem } from '../../../../lib/constructs/storage/drivers/nfs-share';

const required = { server: 'nfs.internal', share: '/exports' };

test('all defaults: a folder goes with its volume', () => {
  expect(nfsShareParameters(required)).toEqual({ ...required, onDelete: 'delete' });
});

test('subDir and onDelete are the words of the driver', () => {
  const options = { subDir: 'shop', onDelete: 'archive' } as const;
  expect(nfsShareParameters({ ...required, ...options })).toEqual({ ...required, ...options });
});

test.each`
  wrong             | prop
  ${{ server: '' }} | ${'server'}
  ${{ share: 'a' }} | ${'share'}
`('fails for $wrong', ({ wrong, prop }) => {
  expect(nfsShareProblem({ ...required, ...wrong })).toMatchObject({ prop });
});

test('takes a server and a folder', () => {
  expect(nfsShareProblem(required)).toBeUndefined();
});
