import { invalidValue } from '../../lib/kubernetes/invalid-value';

const rest = { field: 'spec.replicas', rule: 'must be at most 5', mend: 'lower it' };

test('a wrong value is said with its field, what was given, the rule and how to mend it', () => {
  expect(invalidValue({ ...rest, got: 7 })).toBe('spec.replicas: invalid value 7: must be at most 5; lower it');
});

test('where nothing was given, no value is shown', () => {
  expect(invalidValue({ ...rest, got: undefined, rule: 'is required' })).toBe('spec.replicas: is required; lower it');
});

test.each`
  got                          | shown
  ${'7'}                       | ${'"7"'}
  ${''}                        | ${'""'}
  ${'two\nlines'}              | ${'"two\\nlines"'}
  ${null}                      | ${'null'}
  ${false}                     | ${'false'}
  ${0}                         | ${'0'}
  ${[]}                        | ${'[]'}
  ${{ port: 80, name: 'web' }} | ${'{"port":80,"name":"web"}'}
`('a value is shown as JSON: $shown', ({ got, shown }) => {
  expect(invalidValue({ ...rest, got })).toBe(`spec.replicas: invalid value ${shown}: must be at most 5; lower it`);
});

test('a value is shown whole up to 120 characters, and cut to 120 beyond', () => {
  const quoted = (length: number) => `"${'x'.repeat(length - 2)}"`;
  const said = (value: string) => `spec.replicas: invalid value ${value}: must be at most 5; lower it`;
  expect(invalidValue({ ...rest, got: 'x'.repeat(118) })).toBe(said(quoted(120)));
  expect(invalidValue({ ...rest, got: 'x'.repeat(119) })).toBe(said(`${quoted(120).slice(0, 116)}x...`));
  expect(invalidValue({ ...rest, got: 'x'.repeat(5000) })).toBe(said(`"${'x'.repeat(116)}...`));
});

// JSON has no NaN and no Infinity: JSON.stringify(Number('ten')) is 'null', which nobody gave
test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%p is shown as what it is', (got) => {
  expect(invalidValue({ ...rest, got })).toBe(`spec.replicas: invalid value ${got}: must be at most 5; lower it`);
});
