import { fromConfigMap, fromPodField, fromSecret, variables } from '../../../lib/constructs/container/variable-source';

test('a literal is written as it is, also an empty one', () => {
  expect(variables({ LEVEL: 'debug', EMPTY: '' })).toEqual([
    { name: 'LEVEL', value: 'debug' },
    { name: 'EMPTY', value: '' },
  ]);
});

test.each`
  from             | source                                 | valueFrom
  ${'a Secret'}    | ${fromSecret('orders-db', 'password')} | ${{ secretKeyRef: { name: 'orders-db', key: 'password' } }}
  ${'a ConfigMap'} | ${fromConfigMap('orders', 'url')}      | ${{ configMapKeyRef: { name: 'orders', key: 'url' } }}
  ${'the Pod'}     | ${fromPodField('status.podIP')}        | ${{ fieldRef: { fieldPath: 'status.podIP' } }}
`('a value from $from is a reference: nothing of it is written', ({ source, valueFrom }) => {
  expect(variables({ VALUE: source })).toEqual([{ name: 'VALUE', valueFrom }]);
});

test('variables stand in the order in which they were written: $(NAME) reads only earlier ones', () => {
  const values = { ZONE: fromPodField('spec.nodeName'), HOST: 'db', ADDRESS: '$(HOST).$(ZONE)' };
  expect(variables(values).map(({ name }) => name)).toEqual(['ZONE', 'HOST', 'ADDRESS']);
});
