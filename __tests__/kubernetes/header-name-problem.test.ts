import { headerNameProblem } from '../../lib/kubernetes/header-name-problem';

test.each(['Host', 'X-Request-Id', 'a', '1', '-'])('a header may be called %s', (name) => {
  expect(headerNameProblem(name)).toBeUndefined();
});

test.each(['', 'a b', 'a:', 'a_b', 'ä', 'a\n'])('a header cannot be called "%s"', (name) => {
  expect(headerNameProblem(name)).toBe('must be letters, digits and "-"');
});
