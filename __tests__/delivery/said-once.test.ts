import { saidOnce } from '../../lib/delivery/said-once';

const ENVIRONMENTS = ['dev', 'test', 'prod'];

test('a mistake of a chart is said once, with the other environments that have it', () => {
  const sentences = ENVIRONMENTS.map((env) => `[${env}/hello/Web] port: invalid value 0: must be 1 to 65535`);
  expect(saidOnce(sentences, ENVIRONMENTS)).toEqual([
    '[dev/hello/Web] port: invalid value 0: must be 1 to 65535 (and in test, prod)',
  ]);
});

test.each`
  sentences                                                   | because
  ${['[dev/hello/Web] port: 0', '[test/hello/Web] port: 1']}  | ${'the values differ'}
  ${['[dev/hello/Web] port: 0', '[dev/orders/Web] port: 0']}  | ${'the places differ'}
  ${['[east/00-cluster/A] x: 1', '[west/00-cluster/A] x: 1']} | ${'a cluster is no environment'}
  ${['releases.json:1:1: a', 'releases.json:2:1: a']}         | ${'a place in a file stays as it is'}
`('nothing is put together where $because', ({ sentences }) => {
  expect(saidOnce(sentences, ENVIRONMENTS)).toEqual(sentences);
});

test('the same sentence twice is said once', () => {
  expect(saidOnce(['[dev/a] x', '[dev/a] x'], ENVIRONMENTS)).toEqual(['[dev/a] x']);
});
