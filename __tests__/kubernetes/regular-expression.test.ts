import { literalRegularExpression, regularExpressionProblem } from '../../lib/kubernetes/regular-expression';

test.each(['(', '(?=b)', '(?!b)', '(?<=a)b', '(?>a)b', '(a)\\1', 'a*+b', '[a'])(
  '%s is none for every proxy',
  (pattern) => {
    expect(regularExpressionProblem(pattern)).toBe('must be a regular expression');
  },
);

test.each(['', '(?i)beta', '^b(e|a)+\\d{2}$', 'a\\++', '[*+]+', '(?P<n>a)'])('%s is one for every proxy', (pattern) => {
  expect(regularExpressionProblem(pattern)).toBeUndefined();
});

test.each(['a.b', '/x(y)', 'a+b*c?', '[a]{2}', '^a|b$', 'a\\b'])(
  '%s is found as it stands, and nothing else',
  (text) => {
    const pattern = new RegExp(`^${literalRegularExpression(text)}$`);
    expect([pattern.test(text), pattern.test('a-b'), pattern.test('/xy')]).toEqual([true, false, false]);
  },
);
