import { namespaceOf } from '../../lib/kubernetes/namespace-of';

test.each`
  metadata                 | namespace
  ${{ namespace: 'shop' }} | ${'shop'}
  ${{}}                    | ${'default'}
  ${{ namespace: '' }}     | ${'default'}
`('$metadata goes to $namespace', ({ metadata, namespace }) => {
  expect(namespaceOf({ metadata })).toBe(namespace);
});
