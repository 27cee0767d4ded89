import { Duration } from 'cdk8s';
import { Probe } from '../../../lib/constructs/container/probe';
import { fromSecret } from '../../../lib/constructs/container/variable-source';
import { AutoscaledWorkload } from '../../../lib/constructs/scaling/autoscaled-workload';
import { ProbedDeployment } from '../../../lib/constructs/workload/probed-deployment';
import type { ProbedDeploymentProps } from '../../../lib/constructs/workload/probed-deployment-props';
import { Rollout } from '../../../lib/constructs/workload/rollout';
import { objectOf, problemsOf, testChart } from '../../support/chart';
import { image, size } from '../../support/samples';

const required = { image, size, port: 8080, readiness: Probe.http('/ready'), liveness: Probe.http('/live') };

function webOf(props: Partial<ProbedDeploymentProps> = {}) {
  const chart = testChart();
  const web = new ProbedDeployment(chart, 'WebApi', { ...required, ...props });
  const deployment = objectOf(chart, 'Deployment');
  const pod = deployment.spec.template.spec;
  return { chart, web, deployment, pod, container: pod.containers[0] };
}

test('all defaults: the Deployment', () => {
  const { deployment } = webOf();
  const labels = { 'app.kubernetes.io/name': 'web-api', 'app.kubernetes.io/instance': 'web-api' };
  const chartLabels = { 'app.kubernetes.io/part-of': 'orders', environment: 'rehearsal' };
  const { template, ...spec } = deployment.spec;
  expect(deployment.apiVersion).toBe('apps/v1');
  expect(deployment.metadata).toEqual({ name: 'web-api', namespace: 'shop', labels: { ...labels, ...chartLabels } });
  expect(template.metadata).toEqual({ labels: { ...labels, ...chartLabels } });
  expect(spec).toEqual({
    replicas: 2,
    revisionHistoryLimit: 10,
    minReadySeconds: 5,
    progressDeadlineSeconds: 600,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
    selector: { matchLabels: labels },
  });
});

test('all defaults: the Pod, as Pod Security "restricted" and a read-only root file system have it', () => {
  const { containers, topologySpreadConstraints, ...pod } = webOf().pod;
  expect(pod).toEqual({
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 65532,
      runAsGroup: 65532,
      fsGroup: 65532,
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
    },
    imagePullSecrets: [{ name: 'shop-registry' }],
    terminationGracePeriodSeconds: 30,
    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
  });
  expect(containers).toHaveLength(1);
  expect(topologySpreadConstraints).toHaveLength(2);
});

test('all defaults: the container', () => {
  const { readinessProbe, livenessProbe, ...container } = webOf().container;
  expect(container).toEqual({
    name: 'web-api',
    image: 'registry.internal:5000/shop/orders:2024-11',
    imagePullPolicy: 'Always',
    ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
    resources: {
      requests: { cpu: '130m', memory: '96Mi', 'ephemeral-storage': '64Mi' },
      limits: { cpu: '770m', memory: '192Mi', 'ephemeral-storage': '160Mi' },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      privileged: false,
      readOnlyRootFilesystem: true,
    },
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  });
  expect([readinessProbe.httpGet, livenessProbe.httpGet]).toEqual([
    { path: '/ready', port: 'http', scheme: 'HTTP' },
    { path: '/live', port: 'http', scheme: 'HTTP' },
  ]);
});

test('what others need to know of it is public', () => {
  const { web } = webOf({ name: 'orders-blue', application: 'orders', portName: 'api', replicas: 7 });
  expect(web).toMatchObject({
    name: 'orders-blue',
    selector: { 'app.kubernetes.io/name': 'orders', 'app.kubernetes.io/instance': 'orders-blue' },
    reference: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders-blue' },
    replicas: 7,
    portName: 'api',
    requested: ['cpu', 'memory'],
  });
  expect(web.deployment.name).toBe('orders-blue');
});

// one row a prop that ends in one field: where it goes, and what it becomes
test.each`
  props                                        | part            | field                              | value
  ${{ name: 'orders-blue' }}                   | ${'deployment'} | ${'metadata.name'}                 | ${'orders-blue'}
  ${{ application: 'orders' }}                 | ${'container'}  | ${'name'}                          | ${'orders'}
  ${{ replicas: 0 }}                           | ${'deployment'} | ${'spec.replicas'}                 | ${0}
  ${{ replicas: 31 }}                          | ${'deployment'} | ${'spec.replicas'}                 | ${31}
  ${{ replicas: 'autoscaled' }}                | ${'deployment'} | ${'spec.replicas'}                 | ${undefined}
  ${{ rollout: Rollout.recreate() }}           | ${'deployment'} | ${'spec.strategy'}                 | ${{ type: 'Recreate' }}
  ${{ minReady: Duration.seconds(11) }}        | ${'deployment'} | ${'spec.minReadySeconds'}          | ${11}
  ${{ minReady: Duration.seconds(0) }}         | ${'deployment'} | ${'spec.minReadySeconds'}          | ${undefined}
  ${{ progressDeadline: Duration.minutes(3) }} | ${'deployment'} | ${'spec.progressDeadlineSeconds'}  | ${180}
  ${{ revisionHistoryLimit: 0 }}               | ${'deployment'} | ${'spec.revisionHistoryLimit'}     | ${0}
  ${{ gracePeriod: Duration.minutes(2) }}      | ${'pod'}        | ${'terminationGracePeriodSeconds'} | ${120}
  ${{ drainDelay: Duration.seconds(12) }}      | ${'container'}  | ${'lifecycle.preStop.sleep'}       | ${{ seconds: 12 }}
  ${{ command: ['/app', '-v'] }}               | ${'container'}  | ${'command'}                       | ${['/app', '-v']}
  ${{ args: ['--level', 'debug'] }}            | ${'container'}  | ${'args'}                          | ${['--level', 'debug']}
  ${{ env: { A: 'b' } }}                       | ${'container'}  | ${'env'}                           | ${[{ name: 'A', value: 'b' }]}
  ${{ readiness: Probe.tcp() }}                | ${'container'}  | ${'readinessProbe.tcpSocket'}      | ${{ port: 'http' }}
  ${{ liveness: Probe.tcp() }}                 | ${'container'}  | ${'livenessProbe.tcpSocket'}       | ${{ port: 'http' }}
  ${{ startup: Probe.tcp() }}                  | ${'container'}  | ${'startupProbe.tcpSocket'}        | ${{ port: 'http' }}
`('$props: $field of the $part is $value', ({ props, part, field, value }) => {
  const found = webOf(props);
  const at = field.split('.').reduce((node: never, key: string) => node[key], found[part as 'pod']);
  expect(at).toEqual(value);
});

test('port and portName: the container listens there, and probes find it by its name', () => {
  const { container } = webOf({ port: 9090, portName: 'api' });
  expect(container.ports).toEqual([{ name: 'api', containerPort: 9090, protocol: 'TCP' }]);
  expect(container.readinessProbe.httpGet.port).toBe('api');
  expect(container.livenessProbe.httpGet.port).toBe('api');
});

test('image: without a pull secret there is none', () => {
  const { pod, container } = webOf({ image: { reference: 'ghcr.io/a:1', pullPolicy: 'Never' } });
  expect(pod).not.toHaveProperty('imagePullSecrets');
  expect([container.image, container.imagePullPolicy]).toEqual(['ghcr.io/a:1', 'Never']);
});

test('application: versions that share it are told apart by their name', () => {
  const { deployment } = webOf({ name: 'orders-blue', application: 'orders' });
  const selector = { 'app.kubernetes.io/name': 'orders', 'app.kubernetes.io/instance': 'orders-blue' };
  expect(deployment.spec.selector.matchLabels).toEqual(selector);
  expect(deployment.spec.template.metadata.labels).toMatchObject(selector);
});

test('env: a secret is referred to, never written', () => {
  const { container } = webOf({ env: { PASSWORD: fromSecret('orders-db', 'password') } });
  expect(container.env).toEqual([
    { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'orders-db', key: 'password' } } },
  ]);
});

test('config: as variables it is read whole, as files it is mounted read-only', () => {
  const { pod, container } = webOf({
    config: [
      { as: 'environment', configMap: 'orders-1' },
      { as: 'files', configMap: 'orders-2', folder: '/etc/orders' },
    ],
  });
  expect(container.envFrom).toEqual([{ configMapRef: { name: 'orders-1' } }]);
  expect(pod.volumes).toContainEqual({ name: 'etc-orders', configMap: { name: 'orders-2', defaultMode: 0o444 } });
  expect(container.volumeMounts).toContainEqual({ name: 'etc-orders', mountPath: '/etc/orders', readOnly: true });
});

test('config: a Secret is read as variables in the same way', () => {
  const { container } = webOf({ config: [{ as: 'environment', secret: 'orders-login' }] });
  expect(container.envFrom).toEqual([{ secretRef: { name: 'orders-login' } }]);
});

test('writablePaths: where there are none, nothing is mounted', () => {
  const { pod, container } = webOf({ writablePaths: [] });
  expect(pod).not.toHaveProperty('volumes');
  expect(container).not.toHaveProperty('volumeMounts');
});

test('user: it runs as that user and group, and its volumes are theirs', () => {
  expect(webOf({ user: 1000 }).pod.securityContext).toMatchObject({ runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000 });
});

test('startup: the time to start in is what it allows, or liveness where there is no startup probe', () => {
  const startup = Probe.tcp({ period: Duration.seconds(2), failureThreshold: 60 });
  expect(webOf({ startup }).web.startupAllowance.toSeconds()).toBe(120);
  expect(webOf().web.startupAllowance.toSeconds()).toBe(30);
});

test('replicas "autoscaled" without an autoscaler is a problem, and with one of another workload too', () => {
  const { chart } = webOf({ replicas: 'autoscaled' });
  const other = new ProbedDeployment(chart, 'Other', { ...required, replicas: 'autoscaled' });
  new AutoscaledWorkload(chart, 'Scaling', { target: other, maxReplicas: 5 });
  expect(problemsOf(chart)).toEqual([
    expect.stringMatching(/^\[test\/WebApi\] replicas: invalid value "autoscaled": must have an autoscaler; add an /),
  ]);
});

test('replicas "autoscaled" with an autoscaler is none', () => {
  const { chart, web } = webOf({ replicas: 'autoscaled' });
  new AutoscaledWorkload(chart, 'Scaling', { target: web, maxReplicas: 5 });
  expect(problemsOf(chart)).toEqual([]);
});

test('containers: those that go on running, the main one first', () => {
  const beside = { image, size, command: ['run'] };
  const { web } = webOf({
    application: 'web',
    containers: [{ ...beside, name: 'log' }],
    sidecars: [{ ...beside, name: 'proxy' }],
    initContainers: [{ ...beside, name: 'migrate' }],
  });
  expect(web.containers).toEqual(['web', 'log', 'proxy']);
});
