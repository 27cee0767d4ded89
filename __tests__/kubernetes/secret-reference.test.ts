import { secretReferenceProblem } from '../../lib/kubernetes/secret-reference';

test('a name that a Secret may have, and a namespace, are a reference', () => {
  expect(secretReferenceProblem({ name: 'ceph.user', namespace: 'storage' })).toBeUndefined();
});

test.each`
  reference                          | problem
  ${{ name: '', namespace: 'a' }}    | ${/^name must be lower case/}
  ${{ name: 'A', namespace: 'a' }}   | ${/^name must be lower case/}
  ${{ name: 'a', namespace: '' }}    | ${/^namespace must be lower case/}
  ${{ name: 'a', namespace: 'a.b' }} | ${/^namespace must be lower case/}
`('$reference is none: $problem', ({ reference, problem }) => {
  expect(secretReferenceProblem(reference)).toMatch(problem);
});
