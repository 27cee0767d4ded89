import { Probe } from '../../../lib/constructs/container/probe';
import {
  notSafeToEvict,
  safeToEvict,
  safeToEvictLocalVolumes,
} from '../../../lib/constructs/scaling/eviction-annotations';
import { ProbedDeployment } from '../../../lib/constructs/workload/probed-deployment';
import { objectOf, testChart } from '../../support/chart';
import { image, size } from '../../support/samples';

test.each`
  annotations                                | key                              | value
  ${safeToEvict()}                           | ${'safe-to-evict'}               | ${'true'}
  ${notSafeToEvict()}                        | ${'safe-to-evict'}               | ${'false'}
  ${safeToEvictLocalVolumes('tmp')}          | ${'safe-to-evict-local-volumes'} | ${'tmp'}
  ${safeToEvictLocalVolumes('tmp', 'cache')} | ${'safe-to-evict-local-volumes'} | ${'tmp,cache'}
`('$key is "$value"', ({ annotations, key, value }) => {
  expect(annotations).toEqual({ [`cluster-autoscaler.kubernetes.io/${key}`]: value });
});

test('a workload takes them as annotations of its Pods; the folders that a container may write to are volumes of their names', () => {
  const chart = testChart();
  const probe = Probe.http('/');
  const podAnnotations = safeToEvictLocalVolumes('tmp');
  new ProbedDeployment(chart, 'Web', { image, size, port: 80, readiness: probe, liveness: probe, podAnnotations });
  const { template } = objectOf(chart, 'Deployment').spec;
  expect(template.metadata.annotations).toEqual(podAnnotations);
  expect(template.spec.volumes.map(({ name }: { name: string }) => name)).toEqual(['tmp']);
});
