import { accessModesProblem } from '../../lib/kubernetes/access-modes';

// as kube-apiserver 1.30.14 and 1.36.3 have it
test.each`
  modes                                    | problem
  ${['ReadWriteOnce']}                     | ${undefined}
  ${['ReadWriteOnce', 'ReadOnlyMany']}     | ${undefined}
  ${['ReadWriteMany', 'ReadWriteMany']}    | ${undefined}
  ${['ReadWriteOncePod']}                  | ${undefined}
  ${['ReadWriteOncePod', 'ReadWriteOnce']} | ${'must not have another beside ReadWriteOncePod'}
  ${['ReadOnlyMany', 'ReadWriteOncePod']}  | ${'must not have another beside ReadWriteOncePod'}
  ${[]}                                    | ${'must name at least one'}
`('$modes: $problem', ({ modes, problem }) => {
  expect(accessModesProblem(modes)).toBe(problem);
});
