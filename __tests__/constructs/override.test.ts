import { Probe } from '../../lib/constructs/container/probe';
import { override, overridesOf } from '../../lib/constructs/override';
import { ProbedDeployment } from '../../lib/constructs/workload/probed-deployment';
import { objectOf, testChart } from '../support/chart';
import { image, size } from '../support/samples';

const web = (chart = testChart()) =>
  new ProbedDeployment(chart, 'Web', { image, size, port: 8080, readiness: Probe.tcp(), liveness: Probe.tcp() });

test('an object that nobody overrides has no overrides', () => {
  expect(overridesOf(web().deployment)).toEqual([]);
});

test('overrides are kept with their object, in the order in which they were made', () => {
  const { deployment } = web();
  override(deployment, { spec: { replicas: 3 } });
  override(deployment, { metadata: { annotations: { note: null } } });
  expect(overridesOf(deployment)).toEqual([{ spec: { replicas: 3 } }, { metadata: { annotations: { note: null } } }]);
});

test('an override is of one object, not of others in the same construct or chart', () => {
  const chart = testChart();
  const { deployment } = web(chart);
  override(deployment, { spec: { replicas: 3 } });
  expect(overridesOf(chart)).toEqual([]);
  expect(chart.node.findAll().filter((part) => overridesOf(part).length > 0)).toEqual([deployment]);
});

test('the object itself stays as it was: overrides are applied to the finished manifest', () => {
  const chart = testChart();
  override(web(chart).deployment, { spec: { replicas: 31 } });
  expect(objectOf(chart, 'Deployment').spec.replicas).toBe(2);
});

test('metadata that others put on an object is no override', () => {
  const { deployment } = web();
  deployment.node.addMetadata('team/note', { spec: { replicas: 3 } });
  expect(overridesOf(deployment)).toEqual([]);
});
