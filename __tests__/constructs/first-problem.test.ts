import { firstProblem } from '../../lib/constructs/first-problem';

const candidate = (prop: string, rule?: string) => ({ prop, got: prop, rule, mend: `mend ${prop}` });

test('the first that breaks a rule is given, whole', () => {
  const found = firstProblem([candidate('a'), candidate('b', 'must be c'), candidate('d', 'must be e')]);
  expect(found).toEqual({ prop: 'b', got: 'b', rule: 'must be c', mend: 'mend b' });
});

test('where none does there is nothing', () => {
  expect(firstProblem([candidate('a'), candidate('b')])).toBeUndefined();
  expect(firstProblem([])).toBeUndefined();
});
