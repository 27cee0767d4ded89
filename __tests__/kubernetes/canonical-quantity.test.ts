import { canonicalQuantity } from '../../lib/kubernetes/canonical-quantity';

// the positive ones are what Kubernetes 1.36 gave back, but for 1e3, which it keeps as it keeps 1k
test.each`
  text           | canonical
  ${'60'}        | ${'60'}
  ${'1000'}      | ${'1k'}
  ${'1500'}      | ${'1500'}
  ${'1000000'}   | ${'1M'}
  ${'1e3'}       | ${'1k'}
  ${'1000m'}     | ${'1'}
  ${'1500m'}     | ${'1500m'}
  ${'0.5'}       | ${'500m'}
  ${'.25'}       | ${'250m'}
  ${'0.0001'}    | ${'100u'}
  ${'3n'}        | ${'3n'}
  ${'0'}         | ${'0'}
  ${'-1000'}     | ${'-1k'}
  ${'1024Mi'}    | ${'1Gi'}
  ${'1536Mi'}    | ${'1536Mi'}
  ${'0.5Gi'}     | ${'512Mi'}
  ${'0.5Ki'}     | ${'512'}
  ${'1Ki'}       | ${'1Ki'}
  ${'1048576Ti'} | ${'1Ei'}
`('$text is kept as $canonical', ({ text, canonical }) => {
  expect(canonicalQuantity(text)).toBe(canonical);
});

test.each(['', 'much', '1mi', '1 Gi', 'NaN', 'Infinity'])('%p is no quantity', (text) => {
  expect(canonicalQuantity(text)).toBeUndefined();
});
