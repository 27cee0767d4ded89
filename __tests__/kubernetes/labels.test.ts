import fc from 'fast-check';
import { labelKeyProblem, labelValueProblem, partOf, selectorLabels } from '../../lib/kubernetes/labels';

test('everything of a chart says what it is part of, and in which environment', () => {
  expect(partOf('orders', 'rehearsal')).toEqual({
    'app.kubernetes.io/part-of': 'orders',
    environment: 'rehearsal',
  });
});

test('a workload selects its Pods by application and instance, and by nothing that moves', () => {
  expect(selectorLabels('orders', 'orders-canary')).toEqual({
    'app.kubernetes.io/name': 'orders',
    'app.kubernetes.io/instance': 'orders-canary',
  });
});

test.each`
  key
  ${'environment'}
  ${'App.Name_1'}
  ${'a'.repeat(63)}
  ${'app.kubernetes.io/part-of'}
  ${'nginx.ingress.kubernetes.io/canary'}
  ${`${'a'.repeat(253)}/b`}
`('$key can be the key of a label', ({ key }) => {
  expect(labelKeyProblem(key)).toBeUndefined();
});

const PREFIX = 'prefix must be a DNS subdomain';
const NAME = 'name must be at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit';

test.each`
  key                       | problem
  ${''}                     | ${NAME}
  ${'a'.repeat(64)}         | ${NAME}
  ${'-a'}                   | ${NAME}
  ${'a.'}                   | ${NAME}
  ${'my key'}               | ${NAME}
  ${'example.com/'}         | ${NAME}
  ${'example.com/a/b'}      | ${NAME}
  ${'/name'}                | ${PREFIX}
  ${'Example.com/name'}     | ${PREFIX}
  ${'under_score.com/name'} | ${PREFIX}
  ${'a..b/name'}            | ${PREFIX}
  ${`${'a'.repeat(254)}/b`} | ${PREFIX}
`('"$key" cannot be the key of a label: its $problem', ({ key, problem }) => {
  expect(labelKeyProblem(key)).toBe(problem);
});

test.each(['', 'v1', '2024-11', 'A_b.C', 'a'.repeat(63)])('"%s" can be the value of a label', (value) => {
  expect(labelValueProblem(value)).toBeUndefined();
});

test.each`
  value             | problem
  ${1}              | ${'must be a string'}
  ${true}           | ${'must be a string'}
  ${null}           | ${'must be a string'}
  ${undefined}      | ${'must be a string'}
  ${'a'.repeat(64)} | ${'must be at most 63 characters, has 64'}
  ${'-a'}           | ${'must be letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
  ${'a/b'}          | ${'must be letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
  ${'two words'}    | ${'must be letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
  ${'a\n'}          | ${'must be letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
`('$value cannot be the value of a label: it $problem', ({ value, problem }) => {
  expect(labelValueProblem(value)).toBe(problem);
});

test('a value can be a label exactly where the same text can be the name of a key; the empty one is a value only', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ0-_. '), maxLength: 70 });
  fc.assert(
    fc.property(text, (value) => {
      const isName = labelKeyProblem(value) === undefined;
      expect(labelValueProblem(value) === undefined).toBe(isName || value === '');
    }),
    { numRuns: 500 },
  );
});
