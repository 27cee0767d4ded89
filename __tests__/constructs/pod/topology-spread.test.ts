import {
  type SpreadConstraint,
  spreadAcrossZones,
  topologySpread,
  topologySpreadProblem,
} from '../../../lib/constructs/pod/topology-spread';

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

test('all defaults of a constraint: evenly, rather than not', () => {
  expect(topologySpread(selector, [{ topologyKey: 'rack' }])).toEqual([
    {
      topologyKey: 'rack',
      maxSkew: 1,
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: selector },
      matchLabelKeys: ['pod-template-hash'],
    },
  ]);
});

test.each`
  constraint                          | field
  ${{ maxSkew: 3 }}                   | ${{ maxSkew: 3 }}
  ${{ strictness: 'required' }}       | ${{ whenUnsatisfiable: 'DoNotSchedule' }}
  ${{ minDomains: 4 }}                | ${{ minDomains: 4 }}
  ${{ nodeAffinityPolicy: 'Ignore' }} | ${{ nodeAffinityPolicy: 'Ignore' }}
  ${{ nodeTaintsPolicy: 'Honor' }}    | ${{ nodeTaintsPolicy: 'Honor' }}
`('$constraint: $field', ({ constraint, field }) => {
  expect(topologySpread(selector, [{ topologyKey: 'rack', ...constraint }])).toMatchObject([field]);
});

test('versions are told apart by the label that their owner gives them', () => {
  const [constraint] = topologySpread(selector, 'preferred', 'controller-revision-hash');
  expect(constraint?.matchLabelKeys).toEqual(['controller-revision-hash']);
});

test.each(['preferred', 'required'] as const)('%s over zones alone leaves nodes to the scheduler', (strictness) => {
  expect(spreadAcrossZones(strictness)).toEqual([{ topologyKey: 'topology.kubernetes.io/zone', strictness }]);
});

const zone = 'topology.kubernetes.io/zone';

test.each`
  spread                                                                                 | prop             | rule
  ${[{ topologyKey: zone, maxSkew: 0 }]}                                                 | ${'maxSkew'}     | ${'must be a whole number, 1 or more'}
  ${[{ topologyKey: zone, maxSkew: 1.5 }]}                                               | ${'maxSkew'}     | ${'must be a whole number, 1 or more'}
  ${[{ topologyKey: zone, strictness: 'required', minDomains: 0 }]}                      | ${'minDomains'}  | ${'must be a whole number, 1 or more'}
  ${[{ topologyKey: zone, minDomains: 2 }]}                                              | ${'minDomains'}  | ${'must not be given for a preferred spread'}
  ${[{ topologyKey: zone }, { topologyKey: 'rack' }, { topologyKey: zone, maxSkew: 2 }]} | ${'topologyKey'} | ${'must not be given twice with one strictness'}
  ${[{ topologyKey: zone }, { topologyKey: zone, strictness: 'preferred' }]}             | ${'topologyKey'} | ${'must not be given twice with one strictness'}
  ${[{ topologyKey: '' }]}                                                               | ${'topologyKey'} | ${'name must be at most 63 letters'}
  ${[{ topologyKey: 'a b' }]}                                                            | ${'topologyKey'} | ${'name must be at most 63 letters'}
`('fails for $spread: $rule', ({ spread, prop, rule }) => {
  expect(topologySpreadProblem(spread)).toMatchObject({ prop, rule: expect.stringContaining(rule) });
});

const both: readonly SpreadConstraint[] = [
  { topologyKey: zone, strictness: 'required', minDomains: 2 },
  { topologyKey: zone, strictness: 'preferred' },
];

test.each(['preferred', 'required', [], both] as const)('takes %j', (spread) => {
  expect(topologySpreadProblem(spread)).toBeUndefined();
});
