import { Size } from 'cdk8s';
import { Metric } from '../../../lib/constructs/scaling/metric';
import { Cpu, k8s } from '../../../lib/kubernetes/k8s';
import { objectOf, testChart } from '../../support/chart';

/** The metric as it stands in an autoscaler that is written to a file. */
function written(metric: Metric) {
  const chart = testChart();
  const spec = { maxReplicas: 1, scaleTargetRef: { kind: 'Deployment', name: 'web' }, metrics: [metric.manifest()] };
  new k8s.KubeHorizontalPodAutoscalerV2(chart, 'Hpa', { spec });
  return objectOf(chart, 'HorizontalPodAutoscaler').spec.metrics[0];
}

const ingress = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'front' };

test.each`
  what                                         | metric                                                     | type                   | target
  ${'cpu: percent of the request'}             | ${Metric.cpu(61)}                                          | ${'Resource'}          | ${{ type: 'Utilization', averageUtilization: 61 }}
  ${'cpu: the average use of a Pod'}           | ${Metric.cpu(Cpu.millis(1000))}                            | ${'Resource'}          | ${{ type: 'AverageValue', averageValue: '1' }}
  ${'memory: percent of the request'}          | ${Metric.memory(76)}                                       | ${'Resource'}          | ${{ type: 'Utilization', averageUtilization: 76 }}
  ${'memory: the average use of a Pod'}        | ${Metric.memory(Size.mebibytes(2048))}                     | ${'Resource'}          | ${{ type: 'AverageValue', averageValue: '2Gi' }}
  ${'containerCpu: percent of its request'}    | ${Metric.containerCpu('app', 62)}                          | ${'ContainerResource'} | ${{ type: 'Utilization', averageUtilization: 62 }}
  ${'containerCpu: its average use'}           | ${Metric.containerCpu('app', Cpu.millis(70))}              | ${'ContainerResource'} | ${{ type: 'AverageValue', averageValue: '70m' }}
  ${'containerMemory: percent of its request'} | ${Metric.containerMemory('app', 63)}                       | ${'ContainerResource'} | ${{ type: 'Utilization', averageUtilization: 63 }}
  ${'containerMemory: its average use'}        | ${Metric.containerMemory('app', Size.mebibytes(70))}       | ${'ContainerResource'} | ${{ type: 'AverageValue', averageValue: '70Mi' }}
  ${'pods: an average'}                        | ${Metric.pods('packets_per_second', 1000)}                 | ${'Pods'}              | ${{ type: 'AverageValue', averageValue: '1k' }}
  ${'object: the whole'}                       | ${Metric.object(ingress, 'requests', { value: '10k' })}    | ${'Object'}            | ${{ type: 'Value', value: '10k' }}
  ${'object: a share for each Pod'}            | ${Metric.object(ingress, 'requests', { averageValue: 9 })} | ${'Object'}            | ${{ type: 'AverageValue', averageValue: '9' }}
  ${'external: the whole'}                     | ${Metric.external('queue', { value: 0.5 })}                | ${'External'}          | ${{ type: 'Value', value: '500m' }}
  ${'external: a share for each Pod'}          | ${Metric.external('queue', { averageValue: '30' })}        | ${'External'}          | ${{ type: 'AverageValue', averageValue: '30' }}
`('$what', ({ metric, type, target }) => {
  const { type: said, ...source } = written(metric);
  expect(said).toBe(type);
  expect(Object.keys(source)).toEqual([type[0].toLowerCase() + type.slice(1)]);
  expect(Object.values(source)).toEqual([expect.objectContaining({ target })]);
});

test.each`
  metric                                | source
  ${Metric.cpu(1)}                      | ${{ name: 'cpu' }}
  ${Metric.memory(1)}                   | ${{ name: 'memory' }}
  ${Metric.containerCpu('app', 1)}      | ${{ name: 'cpu', container: 'app' }}
  ${Metric.containerMemory('log', 1)}   | ${{ name: 'memory', container: 'log' }}
  ${Metric.pods('packets', 1)}          | ${{ metric: { name: 'packets' } }}
  ${Metric.external('q', { value: 1 })} | ${{ metric: { name: 'q' } }}
`('says what is measured: $source', ({ metric, source }) => {
  const { type: _type, ...sources } = written(metric);
  expect(Object.values(sources)).toEqual([expect.objectContaining(source)]);
});

test('object: of which object, and which of its series', () => {
  const metric = Metric.object(ingress, { name: 'requests', selector: { verb: 'GET' } }, { value: 1 });
  expect(written(metric).object).toMatchObject({
    describedObject: ingress,
    metric: { name: 'requests', selector: { matchLabels: { verb: 'GET' } } },
  });
});

test('a metric is the same without labels, and with its labels in another order', () => {
  const external = (selector?: Record<string, string>) =>
    Metric.external(selector ? { name: 'q', selector } : 'q', { value: 1 }).source;
  expect(external({})).toEqual(external());
  expect(JSON.stringify(external({ a: '1', b: '2' }))).toBe(JSON.stringify(external({ b: '2', a: '1' })));
});
