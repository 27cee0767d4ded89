import { Probe } from '../../../lib/constructs/container/probe';
import { NetworkPeer } from '../../../lib/constructs/network/network-peer';
import { ServiceVersion, type ServiceVersionProps } from '../../../lib/constructs/service/service-version';
import { objectOf, objectsOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { image, size } from '../../support/samples';

const required = { image, size, port: 8080, readiness: Probe.http('/ready'), liveness: Probe.http('/live') };
const selector = { 'app.kubernetes.io/name': 'green', 'app.kubernetes.io/instance': 'green' };

function versionOf(props: Partial<ServiceVersionProps> = {}) {
  const chart = testChart();
  return { chart, version: new ServiceVersion(chart, 'Green', { ...required, name: 'green', ...props }) };
}

const edge = NetworkPeer.namespace('edge-system');

test('all defaults: Pods, their address, and a budget for drains; nobody is let in, nothing scales', () => {
  const { chart } = versionOf();
  expect(chart.toJson().map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'Deployment green',
    'Service green',
    'PodDisruptionBudget green',
  ]);
  expect(objectOf(chart, 'Deployment').spec.replicas).toBe(2);
});

test('address, budget, autoscaler and access are all of the same Pods', () => {
  const { chart } = versionOf({ scaling: { minReplicas: 3, maxReplicas: 9 }, allowFrom: [edge] });
  expect(objectOf(chart, 'Deployment').spec.template.metadata.labels).toMatchObject(selector);
  expect(objectOf(chart, 'Service').spec.selector).toEqual(selector);
  expect(objectOf(chart, 'PodDisruptionBudget').spec.selector.matchLabels).toEqual(selector);
  expect(objectOf(chart, 'NetworkPolicy').spec.podSelector.matchLabels).toEqual(selector);
  expect(objectOf(chart, 'HorizontalPodAutoscaler').spec.scaleTargetRef).toMatchObject({
    kind: 'Deployment',
    name: 'green',
  });
});

test('the address sends to the port that the container listens on', () => {
  const { chart } = versionOf({ portName: 'api', allowFrom: [edge] });
  const [port] = objectOf(chart, 'Deployment').spec.template.spec.containers[0].ports;
  expect(port).toMatchObject({ name: 'api', containerPort: 8080 });
  expect(objectOf(chart, 'Service').spec.ports[0].targetPort).toBe('api');
  expect(objectOf(chart, 'NetworkPolicy').spec.ingress[0].ports[0].port).toBe('api');
});

test('scaling: the autoscaler decides within its bounds, and the Deployment has no count', () => {
  const { chart, version } = versionOf({ scaling: { minReplicas: 3, maxReplicas: 9 } });
  expect(objectOf(chart, 'Deployment').spec).not.toHaveProperty('replicas');
  expect(objectOf(chart, 'HorizontalPodAutoscaler').spec).toMatchObject({ minReplicas: 3, maxReplicas: 9 });
  expect(objectsOf(chart, 'PodDisruptionBudget')).toHaveLength(1);
  expect(version.budget).toBe(version.scaling?.budget);
  expect(problemsOf(chart)).toEqual([]);
});

test('allowFrom: only Pods there may connect', () => {
  const [rule] = objectOf(versionOf({ allowFrom: [edge] }).chart, 'NetworkPolicy').spec.ingress;
  expect(rule.from).toEqual([{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge-system' } } }]);
});

test('allowTo: what its Pods may connect to', () => {
  const allowTo = [NetworkPeer.cidr('10.9.0.0/16')];
  const { policyTypes, egress } = objectOf(versionOf({ allowTo }).chart, 'NetworkPolicy').spec;
  expect({ policyTypes, egress }).toEqual({
    policyTypes: ['Egress'],
    egress: [{ to: [{ ipBlock: { cidr: '10.9.0.0/16' } }] }],
  });
});

test('every other prop is one of its Deployment', () => {
  const { chart } = versionOf({ replicas: 5, env: { A: 'b' }, user: 1000 });
  const { replicas, template } = objectOf(chart, 'Deployment').spec;
  expect([replicas, template.spec.securityContext.runAsUser]).toEqual([5, 1000]);
  expect(template.spec.containers[0].env).toEqual([{ name: 'A', value: 'b' }]);
});

test('its parts are public', () => {
  const { version } = versionOf({ scaling: { minReplicas: 3, maxReplicas: 9 }, allowFrom: [edge] });
  expect(version.workload.deployment.kind).toBe('Deployment');
  expect(version.service.service.kind).toBe('Service');
  expect(version.scaling?.hpa.kind).toBe('HorizontalPodAutoscaler');
  expect(version.budget.budget.kind).toBe('PodDisruptionBudget');
  expect(version.access?.policy.kind).toBe('NetworkPolicy');
  expect([versionOf().version.scaling, versionOf().version.access]).toEqual([undefined, undefined]);
});

test.each`
  props                                              | refusal
  ${{ port: 0 }}                                     | ${'OutOfRange [test/Green/Workload] port: invalid value 0: must be a whole number from 1 to 65535'}
  ${{ scaling: { minReplicas: 5, maxReplicas: 4 } }} | ${'MinReplicasAboveMax [test/Green/Scaling] minReplicas: invalid value 5: must be at most maxReplicas (4)'}
  ${{ allowFrom: [] }}                               | ${'NothingAllowed [test/Green/Access] allowFrom: invalid value []: must name somebody, or "allowTo" must'}
`('fails as its parts do: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => versionOf(props).chart)).toBe(refusal);
});

test('fails when both a count and bounds to scale within are given', () => {
  const both = { replicas: 5, scaling: { minReplicas: 3, maxReplicas: 9 } };
  expect(refusalOf(() => versionOf(both))).toMatch(/^\w+ \[test\/Green[^\]]*\] (replicas|scaling): invalid value /);
});
