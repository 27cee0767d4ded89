import { LabelExpression } from '../../../lib/constructs/pod/label-expression';

test.each`
  expression                                 | manifest
  ${LabelExpression.in('zone', 'a', 'b')}    | ${{ key: 'zone', operator: 'In', values: ['a', 'b'] }}
  ${LabelExpression.notIn('zone', 'a')}      | ${{ key: 'zone', operator: 'NotIn', values: ['a'] }}
  ${LabelExpression.exists('zone')}          | ${{ key: 'zone', operator: 'Exists', values: undefined }}
  ${LabelExpression.doesNotExist('zone')}    | ${{ key: 'zone', operator: 'DoesNotExist', values: undefined }}
  ${LabelExpression.greaterThan('cores', 8)} | ${{ key: 'cores', operator: 'Gt', values: ['8'] }}
  ${LabelExpression.lessThan('cores', -1)}   | ${{ key: 'cores', operator: 'Lt', values: ['-1'] }}
`('$manifest.operator of $manifest.key', ({ expression, manifest }) => {
  expect(expression.manifest()).toEqual(manifest);
});

test.each`
  expression                                    | of         | got               | rule
  ${LabelExpression.exists('a b')}              | ${'nodes'} | ${'a b'}          | ${'name must be at most 63 letters'}
  ${LabelExpression.in('A/b', 'c')}             | ${'Pods'}  | ${'A/b'}          | ${'prefix must be a DNS subdomain'}
  ${LabelExpression.in('a', 'b', 'c d')}        | ${'nodes'} | ${'c d'}          | ${'must be letters, digits'}
  ${LabelExpression.notIn('a', 'b'.repeat(64))} | ${'Pods'}  | ${'b'.repeat(64)} | ${'must be at most 63 characters, has 64'}
  ${LabelExpression.greaterThan('a', 1.5)}      | ${'nodes'} | ${['1.5']}        | ${'must be a whole number'}
  ${LabelExpression.lessThan('a', Number.NaN)}  | ${'nodes'} | ${['NaN']}        | ${'must be a whole number'}
  ${LabelExpression.lessThan('a', 1)}           | ${'Pods'}  | ${'Lt'}           | ${'must not compare the labels of Pods'}
  ${LabelExpression.greaterThan('a', 1)}        | ${'Pods'}  | ${'Gt'}           | ${'must not compare the labels of Pods'}
`('fails for $got of $of: $rule', ({ expression, of, got, rule }) => {
  expect(expression.problem(of)).toMatchObject({ got, rule: expect.stringContaining(rule) });
});

test.each(['nodes', 'Pods'] as const)('takes what all of them have of %s', (of) => {
  const all = [LabelExpression.in('example.com/A_b', 'C.d-9', ''), LabelExpression.doesNotExist('x')];
  expect(all.map((one) => one.problem(of))).toEqual([undefined, undefined]);
});

test('takes a whole number of nodes, also a negative one', () => {
  expect(LabelExpression.greaterThan('a', -3).problem('nodes')).toBeUndefined();
});
