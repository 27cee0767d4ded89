import { Metric } from '../../../lib/constructs/scaling/metric';
import { metricMistake } from '../../../lib/constructs/scaling/metric-mistake';
import { Cpu } from '../../../lib/kubernetes/k8s';

const service = { apiVersion: 'v1', kind: 'Service', name: 'front' };

test.each([
  Metric.cpu(1),
  Metric.cpu(250),
  Metric.memory(90),
  Metric.containerCpu('log-shipper', 60),
  Metric.pods({ name: 'kafka:lag|max', selector: { topic: 'orders', 'example.com/tier': '' } }, '1m'),
  Metric.object(service, 'requests', { value: '1.5k' }),
  Metric.object({ ...service, apiVersion: 'gateway.networking.k8s.io/v1beta1' }, 'requests', { averageValue: 1 }),
  Metric.external('queue', { averageValue: 0.001 }),
])('takes %j', (metric) => {
  expect(metricMistake(metric)).toBeUndefined();
});

test.each`
  metric                                                                    | prop                   | rule
  ${Metric.cpu(0)}                                                          | ${'target'}            | ${'must be a whole number from 1'}
  ${Metric.memory(60.5)}                                                    | ${'target'}            | ${'must be a whole number from 1'}
  ${Metric.containerCpu('app', -1)}                                         | ${'target'}            | ${'must be a whole number from 1'}
  ${Metric.cpu(Cpu.millis(0))}                                              | ${'target'}            | ${'must be more than 0'}
  ${Metric.containerMemory('App', 60)}                                      | ${'container'}         | ${'must be lower case letters'}
  ${Metric.containerMemory('', 60)}                                         | ${'container'}         | ${'must be lower case letters'}
  ${Metric.pods('', 1)}                                                     | ${'metric'}            | ${'must not be empty'}
  ${Metric.pods('a/b', 1)}                                                  | ${'metric'}            | ${'must not be empty, "." or "..", and must not contain "/"'}
  ${Metric.external('50%', { value: 1 })}                                   | ${'metric'}            | ${'must not be empty, "." or "..", and must not contain "/" or "%"'}
  ${Metric.external('..', { value: 1 })}                                    | ${'metric'}            | ${'must not be empty'}
  ${Metric.external({ name: 'q', selector: { 'a b': 'c' } }, { value: 1 })} | ${'selector'}          | ${'name must be'}
  ${Metric.external({ name: 'q', selector: { a: 'b c' } }, { value: 1 })}   | ${'selector'}          | ${'must be letters'}
  ${Metric.object({ ...service, kind: '' }, 'r', { value: 1 })}             | ${'object.kind'}       | ${'must be the word'}
  ${Metric.object({ ...service, name: 'a/b' }, 'r', { value: 1 })}          | ${'object.name'}       | ${'must be the word'}
  ${Metric.object({ ...service, apiVersion: '' }, 'r', { value: 1 })}       | ${'object.apiVersion'} | ${'must be a version'}
  ${Metric.object({ ...service, apiVersion: 'a/b/v1' }, 'r', { value: 1 })} | ${'object.apiVersion'} | ${'must be a version'}
  ${Metric.pods('p', 0)}                                                    | ${'target'}            | ${'must be more than 0'}
  ${Metric.pods('p', '-1')}                                                 | ${'target'}            | ${'must be more than 0'}
  ${Metric.pods('p', 'many')}                                               | ${'target'}            | ${'must be a quantity'}
  ${Metric.external('q', { averageValue: Number.NaN })}                     | ${'target'}            | ${'must be a quantity'}
  ${Metric.external('q', { value: '1u' })}                                  | ${'target'}            | ${'must be whole thousandths'}
`('fails: $prop $rule', ({ metric, prop, rule }) => {
  const wrong = metricMistake(metric);
  expect(wrong?.prop).toBe(prop);
  expect(wrong?.rule.slice(0, rule.length)).toBe(rule);
});
