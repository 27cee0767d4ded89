import { Duration, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { LifecycleHook } from '../../lib/constructs/container/lifecycle-hook';
import { Probe } from '../../lib/constructs/container/probe';
import { springActuatorProbes } from '../../lib/constructs/container/probe-set';
import { fromPodField } from '../../lib/constructs/container/variable-source';
import { LabelExpression } from '../../lib/constructs/pod/label-expression';
import { Placement } from '../../lib/constructs/pod/placement';
import { Volume } from '../../lib/constructs/storage/volume';
import { BarePod, type BarePodProps } from '../../lib/constructs/workload/bare-pod';
import { BareReplicaSet } from '../../lib/constructs/workload/bare-replica-set';
import { DaemonSetRollout } from '../../lib/constructs/workload/daemon-set-rollout';
import { LogCollector } from '../../lib/constructs/workload/log-collector';
import { ProbedDaemonSet } from '../../lib/constructs/workload/probed-daemon-set';
import { ProbedDeployment } from '../../lib/constructs/workload/probed-deployment';
import { ProbedStatefulSet } from '../../lib/constructs/workload/probed-stateful-set';
import { faults } from '../kubernetes/schema/bundled';
import { problemsOf, testChart } from '../support/chart';
import { image, size } from '../support/samples';

/** What the tutorials make of Pods and of what runs them, put right where it was wrong; by the numbers of their manifests. */
interface Lesson {
  readonly seeds: string;
  readonly of: (scope: Construct) => unknown;
  /** What must stand in the manifest of the workload. */
  readonly has: object;
}

const probes = { readiness: Probe.http('/'), liveness: Probe.tcp() };
const base = { image, size };
const web = { ...base, port: 80, ...probes };
const aside = { name: 'aside', image, size };
const shell = (line: string) => ['/bin/sh', '-c', line];
const work = Volume.emptyDir('work', { sizeLimit: Size.mebibytes(10) });
const app = (...values: [string, ...string[]]) => LabelExpression.in('app', ...values);

const pod =
  (props: Partial<BarePodProps> = {}) =>
  (scope: Construct) =>
    new BarePod(scope, 'Pod', { ...base, restartPolicy: 'Always', ...props });
const placed = (...placement: Placement[]) => pod({ placement });
const container = (fields: object) => ({ spec: { containers: [fields] } });
const affinity = (fields: object) => ({ spec: { affinity: fields } });

const LESSONS: readonly Lesson[] = [
  {
    seeds: '001-001 002-005 002-012 002-014 002-022 002-030',
    of: pod({ port: 80, processNamespace: 'pod' }),
    has: { spec: { shareProcessNamespace: true } },
  },
  {
    seeds: '002-001',
    of: pod({ extraPorts: [{ name: 'http', port: 80, hostPort: 80 }] }),
    has: container({ ports: [{ name: 'http', containerPort: 80, hostPort: 80, protocol: 'TCP' }] }),
  },
  {
    seeds: '002-008 002-019',
    of: pod({
      port: 80,
      mounts: [Volume.hostPath('localtime', '/usr/share/zoneinfo/Asia/Shanghai', 'File').at('/etc/localtime')],
      writablePaths: [],
    }),
    has: container({ volumeMounts: [{ name: 'localtime', mountPath: '/etc/localtime' }] }),
  },
  {
    seeds: '002-009 002-036',
    of: pod({ podLabels: { app: 'frontend' } }),
    has: { metadata: { labels: { app: 'frontend' } } },
  },
  {
    seeds: '002-016',
    of: pod({ image: { ...image, pullSecret: 'aliyun' } }),
    has: { spec: { imagePullSecrets: [{ name: 'aliyun' }] } },
  },
  {
    seeds: '002-017 002-067',
    of: pod({ env: { DATABASE_PORT: '8080' } }),
    has: container({ env: [{ name: 'DATABASE_PORT', value: '8080' }] }),
  },
  {
    seeds: '002-018',
    of: pod({ restartPolicy: 'Never', command: ['echo'], args: ['Hello, Kubernetes!'] }),
    has: { spec: { restartPolicy: 'Never' } },
  },
  {
    seeds: '002-023',
    of: pod({ port: 80, portName: 'nginx-port' }),
    has: container({ ports: [{ name: 'nginx-port', containerPort: 80, protocol: 'TCP' }] }),
  },
  {
    seeds: '002-026',
    of: pod({
      mounts: [work.at('/html')],
      containers: [{ ...aside, command: shell('while true; do sleep 1; done'), mounts: [work.at('/app')] }],
    }),
    has: { spec: { volumes: expect.arrayContaining([{ name: 'work', emptyDir: { sizeLimit: '10Mi' } }]) } },
  },
  {
    seeds: '002-027',
    of: pod({
      mounts: [work.at('/data')],
      initContainers: [
        { ...aside, command: shell('wget -O /data/data.tgz http://example.com/data.tgz'), mounts: [work.at('/data')] },
      ],
    }),
    has: { spec: { initContainers: [{ name: 'aside' }] } },
  },
  {
    seeds: '002-028 002-029',
    of: pod({
      podAnnotations: { 'kubeadm.kubernetes.io/kube-apiserver.advertise-address.endpoint': '192.168.65.100:6443' },
      podLabels: { component: 'kube-apiserver' },
      network: 'host',
    }),
    has: { spec: { hostNetwork: true } },
  },
  { seeds: '002-032', of: pod({ restartPolicy: 'OnFailure' }), has: { spec: { restartPolicy: 'OnFailure' } } },
  {
    seeds: '002-033',
    of: pod({
      postStart: LifecycleHook.exec(shell('echo started > /proc/1/fd/1')),
      preStop: LifecycleHook.exec(shell('echo stopping > /proc/1/fd/1')),
    }),
    has: container({ lifecycle: { postStart: { exec: {} }, preStop: { exec: {} } } }),
  },
  {
    seeds: '002-034',
    of: pod({
      readiness: Probe.http('/health', { port: 8080, initialDelay: Duration.seconds(5) }),
      liveness: Probe.exec(['pgrep', '-f', 'myapp'], { period: Duration.seconds(15) }),
      startup: Probe.tcp({ port: 8080, failureThreshold: 30 }),
    }),
    has: container({ startupProbe: { tcpSocket: { port: 8080 }, failureThreshold: 30 } }),
  },
  {
    seeds: '002-035',
    of: pod({ port: 8080, ...springActuatorProbes(), gracePeriod: Duration.seconds(30) }),
    has: container({ livenessProbe: { httpGet: { path: '/actuator/health/liveness' } } }),
  },
  { seeds: '002-038', of: placed(Placement.onNode('node-1')), has: { spec: { nodeName: 'node-1' } } },
  {
    seeds: '002-039',
    of: placed(Placement.nodeSelector({ app: 'backend' })),
    has: { spec: { nodeSelector: { app: 'backend' } } },
  },
  { seeds: '002-040', of: placed(Placement.requireNodes(app('backend'))), has: affinity({ nodeAffinity: {} }) },
  {
    seeds: '002-041',
    of: placed(Placement.near({ where: [app('backend')] }, { strictness: 'required' })),
    has: affinity({ podAffinity: {} }),
  },
  {
    seeds: '002-042',
    of: placed(Placement.awayFrom({ where: [app('frontend')] })),
    has: affinity({ podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100 }] } }),
  },
  {
    seeds: '002-044',
    of: placed(Placement.tolerate('key1', { value: 'value1', effect: 'NoSchedule' })),
    has: { spec: { tolerations: [{ key: 'key1', operator: 'Equal', value: 'value1', effect: 'NoSchedule' }] } },
  },
  {
    seeds: '002-045',
    of: placed(Placement.dedicatedNodes('app', 'sensitive')),
    has: { spec: { nodeSelector: { app: 'sensitive' }, tolerations: [{ key: 'app' }] } },
  },
  {
    seeds: '002-046',
    of: placed(Placement.preferNodes(100, app('frontend'))),
    has: affinity({ nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100 }] } }),
  },
  {
    seeds: '002-047 002-049',
    of: (scope) => new ProbedDeployment(scope, 'Web', { ...web, placement: [Placement.apart()] }),
    has: { spec: { template: { spec: { affinity: { podAntiAffinity: {} } } } } },
  },
  {
    seeds: '002-048 002-050',
    of: (scope) => new BareReplicaSet(scope, 'Web', { ...base, port: 80, replicas: 3 }),
    has: { kind: 'ReplicaSet', spec: { replicas: 3 } },
  },
  { seeds: '002-054', of: (scope) => new ProbedDaemonSet(scope, 'Web', web), has: { kind: 'DaemonSet' } },
  {
    seeds: '002-055',
    of: (scope) => new ProbedDaemonSet(scope, 'Web', { ...web, rollout: DaemonSetRollout.maxSurge(1) }),
    has: { spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } } } },
  },
  {
    seeds: '002-056',
    of: (scope) => new LogCollector(scope, 'LogCollector', base),
    has: { kind: 'DaemonSet', metadata: { name: 'log-collector' } },
  },
  {
    seeds: '002-057 002-058',
    of: (scope) => new ProbedStatefulSet(scope, 'Web', { ...web, replicas: 3 }),
    has: { spec: { replicas: 3, serviceName: 'web-headless', podManagementPolicy: 'OrderedReady' } },
  },
  {
    seeds: '002-064 002-065',
    of: pod({ restartPolicy: 'Never', command: ['curl', 'http://myapp-service.shop.svc'] }),
    has: { spec: { restartPolicy: 'Never' } },
  },
  { seeds: '002-077', of: pod({ hostname: 'my-pod-hostname' }), has: { spec: { hostname: 'my-pod-hostname' } } },
  {
    seeds: '002-078',
    of: pod({ hostname: { hostname: 'my-pod', service: 'my-subdomain' } }),
    has: { spec: { hostname: 'my-pod', subdomain: 'my-subdomain' } },
  },
  {
    seeds: '002-093',
    of: (scope) =>
      new ProbedDaemonSet(scope, 'IngressNginx', {
        ...web,
        readiness: Probe.http('/healthz', { port: 10254, initialDelay: Duration.seconds(10) }),
        liveness: Probe.http('/healthz', { port: 10254, failureThreshold: 5 }),
        extraPorts: [
          { name: 'https', port: 443 },
          { name: 'webhook', port: 8443 },
        ],
        args: ['/nginx-ingress-controller', '--configmap=$(POD_NAMESPACE)/ingress-nginx-controller'],
        env: { POD_NAMESPACE: fromPodField('metadata.namespace') },
        network: 'host',
        user: 101,
        privileges: 'escalating',
        addCapabilities: ['NET_BIND_SERVICE'],
        preStop: LifecycleHook.exec(['/wait-shutdown']),
        gracePeriod: Duration.minutes(5),
        account: { name: 'ingress-nginx', token: 'mounted' },
        placement: [Placement.nodeSelector({ 'node-role': 'ingress' })],
        mounts: [Volume.secret('webhook-cert', 'ingress-nginx-admission').at('/usr/local/certificates')],
      }),
    has: {
      spec: {
        template: {
          spec: {
            hostNetwork: true,
            dnsPolicy: 'ClusterFirstWithHostNet',
            nodeSelector: { 'node-role': 'ingress' },
            serviceAccountName: 'ingress-nginx',
            containers: [
              { securityContext: { allowPrivilegeEscalation: true, capabilities: { add: ['NET_BIND_SERVICE'] } } },
            ],
          },
        },
      },
    },
  },
];

test.each(LESSONS)('$seeds is said, and Kubernetes takes it', ({ of, has }) => {
  const chart = testChart();
  of(chart);
  const manifests = chart.toJson();
  expect(manifests.find(({ kind }: { kind: string }) => kind !== 'Service')).toMatchObject(has);
  expect(manifests.flatMap((manifest) => [...faults(manifest, '1.30'), ...faults(manifest, '1.36')])).toEqual([]);
  expect(problemsOf(chart)).toEqual([]);
});
