import { topologySpread } from '../../../lib/constructs/pod/topology-spread';

const selector = { 'app.kubernetes.io/name': 'orders', 'app.kubernetes.io/instance': 'orders-blue' };

test('Pods are spread over zones, then over nodes, one more in one place than in another at most', () => {
  const constraints = topologySpread(selector, 'preferred');
  expect(constraints.map(({ topologyKey }) => topologyKey)).toEqual([
    'topology.kubernetes.io/zone',
    'kubernetes.io/hostname',
  ]);
  expect(constraints.map(({ maxSkew }) => maxSkew)).toEqual([1, 1]);
});

test('only Pods of the same version and of the same rollout are counted together', () => {
  for (const { labelSelector, matchLabelKeys } of topologySpread(selector, 'preferred')) {
    expect(labelSelector).toEqual({ matchLabels: selector });
    expect(matchLabelKeys).toEqual(['pod-template-hash']);
  }
});

test('other owners label versions otherwise, or not at all', () => {
  const keysOf = (label: string) => topologySpread(selector, 'preferred', label)[0]?.matchLabelKeys;
  expect(keysOf('controller-revision-hash')).toEqual(['controller-revision-hash']);
  expect(keysOf('none')).toBeUndefined();
});

test.each`
  strictness     | whenUnsatisfiable   | because
  ${'preferred'} | ${'ScheduleAnyway'} | ${'a Pod side by side with another is better than none'}
  ${'required'}  | ${'DoNotSchedule'}  | ${'a Pod that cannot keep apart waits'}
`('$strictness is $whenUnsatisfiable: $because', ({ strictness, whenUnsatisfiable }) => {
  const constraints = topologySpread(selector, strictness);
  expect(constraints.map((constraint) => constraint.whenUnsatisfiable)).toEqual([whenUnsatisfiable, whenUnsatisfiable]);
});
