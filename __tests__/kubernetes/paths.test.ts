import { absolutePathProblem, filePathProblem, overlappingPath, pathModeProblem } from '../../lib/kubernetes/paths';

// as kube-apiserver 1.30.14 and 1.36.3 have it of the path of a key
test.each`
  path        | problem
  ${'a'}      | ${undefined}
  ${'a/b.c'}  | ${undefined}
  ${'a/..b'}  | ${undefined}
  ${'a..'}    | ${undefined}
  ${''}       | ${'must not be empty'}
  ${'/a'}     | ${'must be a relative path'}
  ${'../a'}   | ${'must not contain ".."'}
  ${'a/../b'} | ${'must not contain ".."'}
  ${'a/..'}   | ${'must not contain ".."'}
  ${'..'}     | ${'must not contain ".."'}
  ${'..a'}    | ${'must not begin with ".."'}
`('"$path" inside a volume: $problem', ({ path, problem }) => {
  expect(filePathProblem(path)).toBe(problem);
});

test.each`
  path         | problem
  ${'/'}       | ${undefined}
  ${'/a/..b'}  | ${undefined}
  ${''}        | ${'must be an absolute path'}
  ${'a'}       | ${'must be an absolute path'}
  ${'./a'}     | ${'must be an absolute path'}
  ${'/..'}     | ${'must not contain ".."'}
  ${'/a/../b'} | ${'must not contain ".."'}
`('"$path" from the root: $problem', ({ path, problem }) => {
  expect(absolutePathProblem(path)).toBe(problem);
});

test.each([0, 0o444, 0o777])('%d are permissions', (mode) => {
  expect(pathModeProblem(mode)).toBeUndefined();
});

test.each([-1, 0o1000, 0.5, Number.NaN])('%d are none', (mode) => {
  expect(pathModeProblem(mode)).toBe('must be permissions from 0 to 0o777');
});

test.each`
  paths                    | overlapping
  ${[]}                    | ${undefined}
  ${['a', 'b', 'ab']}      | ${undefined}
  ${['a/b', 'a/c']}        | ${undefined}
  ${['a', 'b', 'a']}       | ${'a'}
  ${['a', 'a/b']}          | ${'a/b'}
  ${['a/b/c', 'x', 'a/b']} | ${'a/b/c'}
`('of $paths $overlapping has no place of its own', ({ paths, overlapping }) => {
  expect(overlappingPath(paths)).toBe(overlapping);
});
