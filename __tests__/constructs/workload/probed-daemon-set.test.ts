import { Duration } from 'cdk8s';
import { Probe } from '../../../lib/constructs/container/probe';
import { WorkloadService } from '../../../lib/constructs/discovery/workload-service';
import { Placement } from '../../../lib/constructs/pod/placement';
import { DaemonSetRollout } from '../../../lib/constructs/workload/daemon-set-rollout';
import { ProbedDaemonSet } from '../../../lib/constructs/workload/probed-daemon-set';
import type { DaemonSetProps, ProbedDaemonSetProps } from '../../../lib/constructs/workload/probed-daemon-set-props';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { image, size } from '../../support/samples';

const serving = { image, size, port: 9100, readiness: Probe.http('/'), liveness: Probe.tcp() };
const LABELS = { 'app.kubernetes.io/name': 'node-agent', 'app.kubernetes.io/instance': 'node-agent' };

function agentOf(props: Partial<DaemonSetProps> = {}) {
  const chart = testChart();
  const agent = new ProbedDaemonSet(chart, 'NodeAgent', { image, size, ...props } as ProbedDaemonSetProps);
  const set = objectOf(chart, 'DaemonSet');
  const pod = set.spec.template.spec;
  return { chart, agent, set, pod, container: pod.containers[0] };
}

test('all defaults: the DaemonSet, which has no count', () => {
  const { set } = agentOf();
  const { template, ...spec } = set.spec;
  expect(set.apiVersion).toBe('apps/v1');
  expect(set.metadata).toMatchObject({ name: 'node-agent', namespace: 'shop', labels: LABELS });
  expect(template.metadata.labels).toMatchObject(LABELS);
  expect(spec).toEqual({
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
    revisionHistoryLimit: 10,
    minReadySeconds: 5,
    selector: { matchLabels: LABELS },
  });
});

test('all defaults: an agent that nobody connects to needs no probe, waits for nobody, and tolerates no taint', () => {
  const { pod, container } = agentOf();
  for (const field of ['ports', 'lifecycle', 'readinessProbe', 'livenessProbe'])
    expect(container).not.toHaveProperty(field);
  expect(pod).not.toHaveProperty('tolerations');
  expect(pod).not.toHaveProperty('topologySpreadConstraints');
  expect(pod.securityContext.runAsNonRoot).toBe(true);
});

test.each`
  props                                              | part           | field                          | value
  ${{ name: 'agent' }}                               | ${'set'}       | ${'metadata.name'}             | ${'agent'}
  ${{ rollout: DaemonSetRollout.onDelete() }}        | ${'set'}       | ${'spec.updateStrategy'}       | ${{ type: 'OnDelete' }}
  ${{ minReady: Duration.seconds(0) }}               | ${'set'}       | ${'spec.minReadySeconds'}      | ${undefined}
  ${{ revisionHistoryLimit: 0 }}                     | ${'set'}       | ${'spec.revisionHistoryLimit'} | ${0}
  ${{ ...serving }}                                  | ${'container'} | ${'ports'}                     | ${[{ name: 'http', containerPort: 9100, protocol: 'TCP' }]}
  ${{ ...serving }}                                  | ${'container'} | ${'lifecycle.preStop.sleep'}   | ${{ seconds: 5 }}
  ${{ liveness: Probe.exec(['alive']) }}             | ${'container'} | ${'livenessProbe.exec'}        | ${{ command: ['alive'] }}
  ${{ placement: [Placement.tolerateEverything()] }} | ${'pod'}       | ${'tolerations'}               | ${[{ operator: 'Exists' }]}
`('$props: $field of the $part is $value', ({ props, part, field, value }) => {
  const found = agentOf(props);
  const at = field.split('.').reduce((node: never, key: string) => node[key], found[part as 'pod']);
  expect(at).toEqual(value);
});

test('what others need to know of it is public', () => {
  const { agent, chart } = agentOf({ ...serving, portName: 'metrics' });
  expect(agent).toMatchObject({
    name: 'node-agent',
    selector: LABELS,
    portName: 'metrics',
    reference: { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'node-agent' },
    requested: ['cpu', 'memory'],
    qosClass: 'Burstable',
  });
  expect(agent.startupAllowance?.toSeconds()).toBe(30);
  new WorkloadService(chart, 'Service', { workload: agent });
  expect(objectOf(chart, 'Service').spec.ports[0].targetPort).toBe('metrics');
});

test('fails when a Service is to lead to an agent without a port', () => {
  const { agent, chart } = agentOf();
  expect(agent.startupAllowance).toBeUndefined();
  expect(refusalOf(() => new WorkloadService(chart, 'Service', { workload: agent }))).toBe(
    'NoPort [test/NodeAgent] port: must be given for others to connect to it',
  );
});

const hostPort = [{ name: 'proxy', port: 80, hostPort: 8080 }];

test.each`
  props                                                                        | refusal
  ${{ name: 'a'.repeat(58) }}                                                  | ${/^InvalidName .* must be at most 57 characters for a DaemonSet, has 58/}
  ${{ port: 80, liveness: Probe.tcp() }}                                       | ${/^NoProbe \[test\/NodeAgent\] readiness: must be given beside a port/}
  ${{ port: 80, readiness: Probe.tcp() }}                                      | ${/^NoProbe \[test\/NodeAgent\] liveness: must be given beside a port/}
  ${{ rollout: DaemonSetRollout.maxUnavailable(0) }}                           | ${/^InvalidRollout .* rollout.maxUnavailable: invalid value 0: must not be 0/}
  ${{ rollout: DaemonSetRollout.maxSurge('101%') }}                            | ${/^InvalidRollout .* rollout.maxSurge: invalid value "101%": must be at most 100%/}
  ${{ minReady: Duration.millis(100) }}                                        | ${/^OutOfRange .* minReady: invalid value "100ms"/}
  ${{ revisionHistoryLimit: -1 }}                                              | ${/^OutOfRange .* revisionHistoryLimit: invalid value -1/}
  ${{ rollout: DaemonSetRollout.maxSurge(1), extraPorts: hostPort }}           | ${/^PortTaken .* rollout.maxSurge: invalid value 1: must not let two Pods run on a node whose port 8080 they take/}
  ${{ ...serving, rollout: DaemonSetRollout.maxSurge(1), network: 'host' }}    | ${/^PortTaken .* whose port 9100 they take/}
  ${{ extraPorts: hostPort, network: 'host' }}                                 | ${/^InvalidHostPort .* hostPort of node-agent: invalid value 8080: must be the container's port \(80\) on the network of the node/}
  ${{ placement: [Placement.tolerate('a', { period: Duration.minutes(1) })] }} | ${/^InvalidPlacement .* placement\[0\]: invalid value "60s": must not be given but for a NoExecute taint/}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => agentOf(props))).toMatch(refusal);
});

test.each`
  because                                                | props
  ${'a surge of Pods whose ports are their own'}         | ${{ ...serving, rollout: DaemonSetRollout.maxSurge(1) }}
  ${'a port of the node, where the old Pod goes first'}  | ${{ extraPorts: hostPort }}
  ${'a surge on the network of the node without a port'} | ${{ network: 'host', rollout: DaemonSetRollout.maxSurge(1) }}
  ${'a time to stay where Pods are thrown out'}          | ${{ placement: [Placement.tolerate('a', { effect: 'NoExecute', period: Duration.minutes(1) })] }}
`('takes $because', ({ props }) => {
  expect(refusalOf(() => agentOf(props))).toBe('nothing refused');
});
