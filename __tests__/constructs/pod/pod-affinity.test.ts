import { LabelExpression } from '../../../lib/constructs/pod/label-expression';
import { Placement } from '../../../lib/constructs/pod/placement';
import { podAffinity } from '../../../lib/constructs/pod/pod-affinity';

const self = { app: 'orders' };
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((key) => LabelExpression.exists(key)) as [
  LabelExpression,
  LabelExpression,
  LabelExpression,
  LabelExpression,
];

const affinityOf = (...placements: Placement[]) => JSON.parse(JSON.stringify(podAffinity(placements, self) ?? null));

/** Keys of each list of conditions of which one must hold whole. */
const requiredKeys = (...placements: Placement[]) =>
  affinityOf(...placements).nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms.map(
    ({ matchExpressions }: { matchExpressions: { key: string }[] }) => matchExpressions.map(({ key }) => key).join(''),
  );

test('placements that say nothing of nodes and neighbours make none', () => {
  expect(affinityOf()).toBeNull();
  expect(affinityOf(Placement.nodeSelector({ a: 'b' }), Placement.tolerate('c'), Placement.onNode('n'))).toBeNull();
});

test.each`
  placements                                                              | terms                       | because
  ${[Placement.requireNodes(a, b)]}                                       | ${['ab']}                   | ${'conditions hold together'}
  ${[Placement.requireNodes(a), Placement.requireNodes(b)]}               | ${['ab']}                   | ${'and so do placements: two terms would be either'}
  ${[Placement.requireAnyOf([a], [b])]}                                   | ${['a', 'b']}               | ${'one of the lists is enough'}
  ${[Placement.requireAnyOf([a], [b]), Placement.requireNodes(c)]}        | ${['ac', 'bc']}             | ${'each list has what must hold anyway'}
  ${[Placement.requireAnyOf([a], [b]), Placement.requireAnyOf([c], [d])]} | ${['ac', 'ad', 'bc', 'bd']} | ${'one of each'}
  ${[Placement.requireAnyOf([a, b], [c]), Placement.requireAnyOf([d])]}   | ${['abd', 'cd']}            | ${'lists stay whole'}
`('of nodes, $terms: $because', ({ placements, terms }) => {
  expect(requiredKeys(...placements)).toEqual(terms);
});

test('preferred nodes stand side by side, each with its weight', () => {
  const { nodeAffinity } = affinityOf(Placement.preferNodes(80, a), Placement.preferNodes(5, b, c));
  expect(nodeAffinity).toEqual({
    preferredDuringSchedulingIgnoredDuringExecution: [
      { weight: 80, preference: { matchExpressions: [{ key: 'a', operator: 'Exists' }] } },
      {
        weight: 5,
        preference: {
          matchExpressions: [
            { key: 'b', operator: 'Exists' },
            { key: 'c', operator: 'Exists' },
          ],
        },
      },
    ],
  });
});

test('required and preferred nodes are asked for together', () => {
  const { nodeAffinity } = affinityOf(Placement.requireNodes(a), Placement.preferNodes(1, b));
  expect(Object.keys(nodeAffinity)).toHaveLength(2);
});

const HOST = 'kubernetes.io/hostname';

test.each`
  placement                                                                 | side                 | selector
  ${Placement.near({ selector: { app: 'cart' } })}                          | ${'podAffinity'}     | ${{ matchLabels: { app: 'cart' } }}
  ${Placement.awayFrom({ selector: { app: 'cart' } })}                      | ${'podAntiAffinity'} | ${{ matchLabels: { app: 'cart' } }}
  ${Placement.near({ where: [LabelExpression.in('tier', 'db', 'cache')] })} | ${'podAffinity'}     | ${{ matchExpressions: [{ key: 'tier', operator: 'In', values: ['db', 'cache'] }] }}
  ${Placement.apart()}                                                      | ${'podAntiAffinity'} | ${{ matchLabels: self }}
`('of Pods, $side to $selector', ({ placement, side, selector }) => {
  const podAffinityTerm = { labelSelector: selector, topologyKey: HOST };
  expect(affinityOf(placement)).toEqual({
    [side]: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm }] },
  });
});

test('what is required has no weight', () => {
  const affinity = affinityOf(Placement.apart({ strictness: 'required', topologyKey: 'zone', weight: 3 }));
  expect(affinity.podAntiAffinity).toEqual({
    requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: { matchLabels: self }, topologyKey: 'zone' }],
  });
});

test('all that is said of Pods stands together, each on its side and as strictly as it is meant', () => {
  const cart = { selector: { app: 'cart' } };
  const { podAffinity: near, podAntiAffinity: away } = affinityOf(
    Placement.near(cart, { strictness: 'required' }),
    Placement.near({ selector: { app: 'db' } }, { namespaces: ['data'], weight: 9 }),
    Placement.awayFrom(cart, { topologyKey: 'rack' }),
    Placement.apart({ strictness: 'required' }),
  );
  expect(near.requiredDuringSchedulingIgnoredDuringExecution).toHaveLength(1);
  expect(near.preferredDuringSchedulingIgnoredDuringExecution).toEqual([
    {
      weight: 9,
      podAffinityTerm: { labelSelector: { matchLabels: { app: 'db' } }, topologyKey: HOST, namespaces: ['data'] },
    },
  ]);
  expect(away.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector).toEqual({ matchLabels: self });
  expect(away.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.topologyKey).toBe('rack');
});
