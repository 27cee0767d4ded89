import { Duration, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { LifecycleHook } from '../../lib/constructs/container/lifecycle-hook';
import { Probe } from '../../lib/constructs/container/probe';
import { fromConfigMap, fromPodField } from '../../lib/constructs/container/variable-source';
import { Placement } from '../../lib/constructs/pod/placement';
import { Volume } from '../../lib/constructs/storage/volume';
import { BarePod, type BarePodProps } from '../../lib/constructs/workload/bare-pod';
import { ProbedDaemonSet } from '../../lib/constructs/workload/probed-daemon-set';
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
const onNode = Volume.hostPath('data', '/tmp/my-data', 'DirectoryOrCreate');

const pod =
  (props: Partial<BarePodProps> = {}) =>
  (scope: Construct) =>
    new BarePod(scope, 'Pod', { ...base, restartPolicy: 'Always', ...props });
const container = (fields: object) => ({ spec: { containers: [fields] } });
const writerReader = (volume: Volume) =>
  pod({
    restartPolicy: 'OnFailure',
    initContainers: [{ ...aside, command: shell('echo hello > /data/a'), mounts: [volume.at('/data')] }],
    command: ['cat', '/data/a'],
    mounts: [volume.at('/data')],
  });

const LESSONS: readonly Lesson[] = [
  {
    seeds: '001-008 002-119',
    of: pod({ env: { URL: fromConfigMap('hello', 'URL') } }),
    has: container({ env: [{ name: 'URL', valueFrom: { configMapKeyRef: { name: 'hello', key: 'URL' } } }] }),
  },
  {
    seeds: '002-128 002-129',
    of: pod({
      mounts: [work.at('/html')],
      containers: [{ ...aside, command: shell('while true; do sleep 1; done'), mounts: [work.at('/app')] }],
    }),
    has: { spec: { volumes: expect.arrayContaining([{ name: 'work', emptyDir: { sizeLimit: '10Mi' } }]) } },
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
  {
    seeds: '002-120 002-121',
    of: pod({
      mounts: [
        Volume.configMap('config', 'my-config', { files: { 'config-file.txt': 'default.conf' } }).at(
          '/etc/nginx/conf.d',
        ),
      ],
    }),
    has: { spec: { volumes: expect.arrayContaining([expect.objectContaining({ name: 'config' })]) } },
  },
  { seeds: '002-130', of: writerReader(work), has: { spec: { initContainers: [{ name: 'aside' }] } } },
  {
    seeds: '002-131',
    of: writerReader(onNode),
    has: {
      spec: {
        volumes: expect.arrayContaining([
          { name: 'data', hostPath: { path: '/tmp/my-data', type: 'DirectoryOrCreate' } },
        ]),
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
