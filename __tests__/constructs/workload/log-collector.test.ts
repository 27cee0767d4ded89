import { LogCollector, type LogCollectorProps } from '../../../lib/constructs/workload/log-collector';
import { objectOf, testChart } from '../../support/chart';
import { image, size } from '../../support/samples';

function collectorOf(props: Partial<LogCollectorProps> = {}) {
  const chart = testChart();
  const collector = new LogCollector(chart, 'LogAgent', { image, size, ...props });
  const set = objectOf(chart, 'DaemonSet');
  const pod = set.spec.template.spec;
  const hostPaths = pod.volumes.flatMap(({ name, hostPath }: { name: string; hostPath?: object }) =>
    hostPath ? [{ name, ...hostPath }] : [],
  );
  return { collector, set, pod, container: pod.containers[0], hostPaths };
}

const STATE = { name: 'state', path: '/var/lib/log-collectors/shop/log-agent', type: 'DirectoryOrCreate' };
const LOGS = { name: 'logs', path: '/var/log', type: 'Directory' };

test('all defaults: it reads the logs of the node and cannot write there; how far it has read outlives its Pod', () => {
  const { container, hostPaths } = collectorOf();
  expect(hostPaths).toEqual([LOGS, STATE]);
  expect(container.volumeMounts).toEqual([
    { name: 'tmp', mountPath: '/tmp' },
    { name: 'logs', mountPath: '/var/log', readOnly: true },
    { name: 'state', mountPath: '/var/lib/collector' },
  ]);
});

test('all defaults: it is root, as logs are, and no more than that', () => {
  const { pod, container } = collectorOf();
  expect(pod.securityContext).toMatchObject({ runAsUser: 0, runAsNonRoot: false });
  expect(container.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
  });
  expect(pod).not.toHaveProperty('tolerations');
});

test('nodes "all": it tolerates every taint', () => {
  expect(collectorOf({ nodes: 'all' }).pod.tolerations).toEqual([{ operator: 'Exists' }]);
});

test('runtime "docker": it also reads where Docker keeps what the links lead to', () => {
  const { container, hostPaths } = collectorOf({ runtime: 'docker' });
  expect(hostPaths).toEqual([
    LOGS,
    { name: 'containers', path: '/var/lib/docker/containers', type: 'Directory' },
    STATE,
  ]);
  const mount = { name: 'containers', mountPath: '/var/lib/docker/containers', readOnly: true };
  expect(container.volumeMounts).toContainEqual(mount);
});

test('stateFolder: that is where the agent sees what it keeps', () => {
  const mount = { name: 'state', mountPath: '/fluentd/state' };
  expect(collectorOf({ stateFolder: '/fluentd/state' }).container.volumeMounts).toContainEqual(mount);
});

test('name, application and what the agent is given reach its Pods', () => {
  const { collector, set, container } = collectorOf({
    name: 'logs',
    application: 'observability',
    args: ['-c', '/etc/agent'],
    config: [{ as: 'files', configMap: 'agent', folder: '/etc/agent' }],
  });
  expect(set.metadata.name).toBe('logs');
  expect(container.args).toEqual(['-c', '/etc/agent']);
  expect(container.volumeMounts).toContainEqual({ name: 'etc-agent', mountPath: '/etc/agent', readOnly: true });
  expect(collector.workload.selector).toEqual({
    'app.kubernetes.io/name': 'observability',
    'app.kubernetes.io/instance': 'logs',
  });
});
