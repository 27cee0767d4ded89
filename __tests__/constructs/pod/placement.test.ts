import { Duration } from 'cdk8s';
import { LabelExpression } from '../../../lib/constructs/pod/label-expression';
import { Placement } from '../../../lib/constructs/pod/placement';

const ssd = LabelExpression.in('disk', 'ssd');
const cart = { selector: { app: 'cart' } };

test.each`
  placement                                                                          | parts
  ${Placement.onNode('n1')}                                                          | ${{ nodeName: 'n1' }}
  ${Placement.nodeSelector({ disk: 'ssd' })}                                         | ${{ nodeSelector: { disk: 'ssd' } }}
  ${Placement.requireNodes(ssd)}                                                     | ${{ requiredNodes: [[ssd]] }}
  ${Placement.requireAnyOf([ssd], [ssd, ssd])}                                       | ${{ requiredNodes: [[ssd], [ssd, ssd]] }}
  ${Placement.preferNodes(7, ssd)}                                                   | ${{ preferredNodes: { weight: 7, conditions: [ssd] } }}
  ${Placement.tolerate('gpu')}                                                       | ${{ toleration: { key: 'gpu', operator: 'Exists' } }}
  ${Placement.tolerate('gpu', { value: 'a100' })}                                    | ${{ toleration: { key: 'gpu', operator: 'Equal', value: 'a100' } }}
  ${Placement.tolerate('gpu', { value: '' })}                                        | ${{ toleration: { key: 'gpu', operator: 'Equal', value: '' } }}
  ${Placement.tolerate('gpu', { effect: 'NoExecute', period: Duration.minutes(5) })} | ${{ toleration: { key: 'gpu', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 } }}
  ${Placement.dedicatedNodes('team', 'shop')}                                        | ${{ nodeSelector: { team: 'shop' }, toleration: { key: 'team', operator: 'Equal', value: 'shop', effect: 'NoSchedule' } }}
  ${Placement.priorityClass('urgent')}                                               | ${{ priorityClassName: 'urgent' }}
  ${Placement.scheduler('volcano')}                                                  | ${{ schedulerName: 'volcano' }}
`('says $parts', ({ placement, parts }) => {
  expect(placement.parts).toEqual(parts);
  expect(placement.problem()).toBeUndefined();
});

test.each`
  placement                   | side                 | of
  ${Placement.near(cart)}     | ${'podAffinity'}     | ${cart}
  ${Placement.awayFrom(cart)} | ${'podAntiAffinity'} | ${cart}
  ${Placement.apart()}        | ${'podAntiAffinity'} | ${'self'}
`('all defaults of $side to $of: rather than not, on a node', ({ placement, side, of }) => {
  const options = { strictness: 'preferred', topologyKey: 'kubernetes.io/hostname', weight: 100 };
  expect(placement.parts.pods).toEqual({ side, of, options });
});

test('options are taken as given, and one that is undefined is left out', () => {
  const options = { strictness: 'required', topologyKey: 'zone', namespaces: ['pay'], weight: 3 } as const;
  expect(Placement.near(cart, options).parts.pods?.options).toEqual(options);
  expect(Placement.near(cart, { strictness: undefined, weight: undefined }).parts.pods?.options).toMatchObject({
    strictness: 'preferred',
    weight: 100,
  });
});

const near = (topologyKey: string) => Placement.near(cart, { topologyKey });

test.each`
  placement                                                                 | got        | rule
  ${Placement.preferNodes(0, ssd)}                                          | ${0}       | ${'must be a whole number from 1 to 100'}
  ${Placement.preferNodes(101, ssd)}                                        | ${101}     | ${'must be a whole number from 1 to 100'}
  ${Placement.awayFrom(cart, { weight: 2.5 })}                              | ${2.5}     | ${'must be a whole number from 1 to 100'}
  ${Placement.nodeSelector({ 'a b': 'c' })}                                 | ${'a b'}   | ${'name must be at most 63 letters'}
  ${Placement.nodeSelector({ a: 'b c' })}                                   | ${'b c'}   | ${'must be letters, digits'}
  ${Placement.dedicatedNodes('team', 'a b')}                                | ${'a b'}   | ${'must be letters, digits'}
  ${Placement.tolerate('a b')}                                              | ${'a b'}   | ${'name must be at most 63 letters'}
  ${Placement.tolerate('')}                                                 | ${''}      | ${'name must be at most 63 letters'}
  ${Placement.tolerate('a', { value: 'b c' })}                              | ${'b c'}   | ${'must be letters, digits'}
  ${near('')}                                                               | ${''}      | ${'name must be at most 63 letters'}
  ${near('a b')}                                                            | ${'a b'}   | ${'name must be at most 63 letters'}
  ${Placement.near({ selector: { 'A/b': 'c' } })}                           | ${'A/b'}   | ${'prefix must be a DNS subdomain'}
  ${Placement.near({ selector: { a: 'b c' } })}                             | ${'b c'}   | ${'must be letters, digits'}
  ${Placement.near(cart, { namespaces: ['shop', 'A'] })}                    | ${'A'}     | ${'must be lower case'}
  ${Placement.onNode('N1')}                                                 | ${'N1'}    | ${'must be lower case'}
  ${Placement.priorityClass('')}                                            | ${''}      | ${'must be lower case'}
  ${Placement.scheduler('a b')}                                             | ${'a b'}   | ${'must be lower case'}
  ${Placement.requireNodes(ssd, LabelExpression.exists('a b'))}             | ${'a b'}   | ${'name must be at most 63 letters'}
  ${Placement.requireAnyOf([ssd], [LabelExpression.greaterThan('a', 0.5)])} | ${['0.5']} | ${'must be a whole number'}
  ${Placement.preferNodes(1, LabelExpression.lessThan('a', 0.5))}           | ${['0.5']} | ${'must be a whole number'}
  ${Placement.near({ where: [ssd, LabelExpression.greaterThan('a', 1)] })}  | ${'Gt'}    | ${'must not compare the labels of Pods, only those of nodes'}
`('fails for $got: $rule', ({ placement, got, rule }) => {
  expect(placement.problem()).toMatchObject({ got, rule: expect.stringContaining(rule) });
});

test.each`
  because                           | placement
  ${'the outermost weights'}        | ${Placement.preferNodes(1, ssd)}
  ${'the outermost weights'}        | ${Placement.preferNodes(100, ssd)}
  ${'a comparison of nodes'}        | ${Placement.requireNodes(LabelExpression.greaterThan('cores', 8))}
  ${'every Pod of a namespace'}     | ${Placement.awayFrom({ selector: {} }, { namespaces: ['pay'] })}
  ${'conditions on Pods'}           | ${Placement.near({ where: [LabelExpression.notIn('tier', 'batch')] })}
  ${'its own kind, whatever it is'} | ${Placement.apart({ strictness: 'required', topologyKey: 'zone' })}
`('takes $because', ({ placement }) => {
  expect(placement.problem()).toBeUndefined();
});
