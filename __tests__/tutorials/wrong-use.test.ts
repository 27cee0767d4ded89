import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { VersionedConfig } from '../../lib/constructs/config/versioned-config';
import { Probe } from '../../lib/constructs/container/probe';
import { Placement } from '../../lib/constructs/pod/placement';
import { AutoscaledWorkload } from '../../lib/constructs/scaling/autoscaled-workload';
import { LiteralSecret } from '../../lib/constructs/secrets/literal-secret';
import { SecretContent } from '../../lib/constructs/secrets/secret-content';
import { Volume } from '../../lib/constructs/storage/volume';
import { Tenancy } from '../../lib/constructs/tenancy/tenancy';
import { BarePod, type BarePodProps } from '../../lib/constructs/workload/bare-pod';
import { BareReplicaSet } from '../../lib/constructs/workload/bare-replica-set';
import { DaemonSetRollout } from '../../lib/constructs/workload/daemon-set-rollout';
import { ProbedDaemonSet } from '../../lib/constructs/workload/probed-daemon-set';
import { ProbedDeployment } from '../../lib/constructs/workload/probed-deployment';
import { ProbedStatefulSet } from '../../lib/constructs/workload/probed-stateful-set';
import { Rollout } from '../../lib/constructs/workload/rollout';
import { tutorial } from '../../lib/environments/tutorial';
import { imageFrom } from '../../lib/kubernetes/container-image';
import { faults } from '../kubernetes/schema/bundled';
import { objectOf, testChart } from '../support/chart';
import { refusalOf } from '../support/refusal';
import { image, size, workload } from '../support/samples';
import { everySeed, noSeeds } from './seeds';

const probes = { readiness: Probe.http('/'), liveness: Probe.tcp() };
const web = { image, size, port: 80, ...probes };
const shell = (line: string) => ['/bin/bash', '-c', line];
const aside = { name: 'aside', image, size };
const shared = Volume.emptyDir('my-volume', { sizeLimit: Size.mebibytes(10) }).at('/data');

const pod =
  (props: Partial<BarePodProps>) =>
  (scope: Construct): unknown =>
    new BarePod(scope, 'MyPod', { image, size, restartPolicy: 'Always', ...props });

/** A mistake that a construct refuses, with all that it says. */
interface Refused {
  readonly seed: string;
  readonly mistake: string;
  readonly make: (scope: Construct) => unknown;
  /** `Code [path] prop: invalid value X: rule`. */
  readonly refusal: string;
}

const REFUSED: readonly Refused[] = [
  {
    seed: '001-009',
    mistake: 'a template that nobody filled in',
    make: (scope) => new ProbedDeployment(scope, 'Web', { ...web, name: '{{ .Release.Name }}-deployment' }),
    refusal:
      'InvalidName [test/Web] name: invalid value "{{ .Release.Name }}-deployment": must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit',
  },
  {
    seed: '002-018',
    mistake: 'a program that ends, in a Pod that starts it again',
    make: pod({ command: ['echo'], args: ['Hello, Kubernetes!'] }),
    refusal:
      'EndsAtOnce [test/MyPod] command: invalid value ["echo"]: must not end at once in a container that is always restarted: echo does',
  },
  {
    seed: '002-027',
    mistake: 'an init container that downloads for itself alone',
    make: pod({ initContainers: [{ ...aside, command: ['sh', '-c', 'wget http://example.com/data.tgz'] }] }),
    refusal:
      'LostDownload [test/MyPod] initContainers[0].mounts: invalid value "aside": must share a volume with another container: what it downloads is gone when it ends',
  },
  {
    seed: '002-034',
    mistake: 'a liveness probe that finds itself',
    make: pod({ liveness: Probe.exec(['/bin/sh', '-c', 'ps aux | grep myapp']) }),
    refusal:
      'InvalidProbe [test/MyPod] liveness.command: invalid value ["/bin/sh","-c","ps aux | grep myapp"]: must not look for itself: grep finds its own command line, so the answer is always good',
  },
  {
    seed: '002-050',
    mistake: 'an image that is empty',
    make: (scope) => new BareReplicaSet(scope, 'MyReplicaSet', { image: imageFrom(''), size }),
    refusal:
      'InvalidImage [test/MyReplicaSet] image: invalid value "": must be an image reference: registry/repository:tag, the repository in lower case',
  },
  {
    seed: '002-064',
    mistake: 'a variable of a Service that has another name',
    make: pod({ env: { DATABASE_HOST: '$(MYAPP_SERVICE_HOST)' } }),
    refusal:
      'UnknownVariable [test/MyPod] env.DATABASE_HOST: invalid value "$(MYAPP_SERVICE_HOST)": must not use $(MYAPP_SERVICE_HOST), which no variable before it is called: it would stay as it is',
  },
  {
    seed: '002-065',
    mistake: 'a curl that is started for ever',
    make: pod({ command: ['sh', '-c', 'curl http://myapp-service.default.svc.cluster.local:8080'] }),
    refusal:
      'EndsAtOnce [test/MyPod] command: invalid value ["sh","-c","curl http://myapp-service.default.svc.cluster.local:8080"]: must not end at once in a container that is always restarted: curl does',
  },
  {
    seed: '002-099',
    mistake: 'words in the place of a certificate',
    make: (scope) =>
      new LiteralSecret(scope, 'TlsSecret', {
        content: SecretContent.tls({
          certificate: 'BASE64_ENCODED_CERTIFICATE',
          privateKey: 'BASE64_ENCODED_PRIVATE_KEY',
        }),
        literalSecrets: 'allowed',
      }),
    refusal: 'InvalidContent [test/TlsSecret] content.certificate: must be a certificate in PEM, or a chain of them',
  },
  {
    seed: '002-122',
    mistake: 'a key that the config does not have',
    make: (scope) => {
      const config = new VersionedConfig(scope, 'MyConfig', { data: { 'config-file.txt': 'server {}' } });
      return pod({ env: { MY_KEY: config.key('my-key') } })(scope);
    },
    refusal: 'UnknownKey [test/MyConfig] key: invalid value "my-key": must be a key that it has: config-file.txt',
  },
  {
    seed: '002-128',
    mistake: 'two servers on one port of a Pod',
    make: pod({ port: 80, mounts: [shared], containers: [{ ...aside, port: 80, mounts: [shared] }] }),
    refusal:
      'DuplicatePort [test/MyPod] port of aside: invalid value 80: must not be that of my-pod in the same Pod, which shares its network',
  },
  {
    seed: '002-130 002-131',
    mistake: 'a reader that ends at once beside its writer',
    make: pod({
      command: shell("echo 'hello world' > /data/hello.txt && sleep 1d"),
      mounts: [shared],
      containers: [{ ...aside, command: shell('cat /data/hello.txt'), mounts: [shared] }],
    }),
    refusal:
      'EndsAtOnce [test/MyPod] containers[0].command: invalid value ["/bin/bash","-c","cat /data/hello.txt"]: must not end at once in a container that is always restarted: cat does',
  },
];

test.each(REFUSED)('$seed: $mistake is refused', ({ make, refusal }) => {
  expect(refusalOf(() => make(testChart()))).toBe(refusal);
});

/** A mistake that cannot be said, because the construct says that part itself. */
interface MadeRight {
  readonly seed: string;
  readonly how: string;
  readonly make: (scope: Construct) => unknown;
  readonly kind: string;
  /** What stands in the manifest instead. */
  readonly has: object;
}

const isolated = (key: string, value: string) => pod({ placement: [Placement.dedicatedNodes(key, value)] });
const toleration = (key: string, value: string) => ({ key, operator: 'Equal', value, effect: 'NoSchedule' });
const named = (name: string) => ({ 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name });
const utilization = { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } };

const MADE_RIGHT: readonly MadeRight[] = [
  {
    seed: '002-020',
    how: 'a quota bounds what Pods may take, not only what they ask for',
    make: (scope) => {
      const { name: environment, namespace, cluster, quota, containerDefaults } = tutorial;
      const { kubernetesVersion } = cluster;
      return new Tenancy(scope, 'Tenancy', { namespace, environment, kubernetesVersion, quota, containerDefaults });
    },
    kind: 'ResourceQuota',
    has: {
      spec: { hard: { 'requests.cpu': '2', 'requests.memory': '2Gi', 'limits.cpu': '6', 'limits.memory': '4Gi' } },
    },
  },
  {
    seed: '002-043',
    how: 'Pods say what taint they stand; the Node, which its kubelet makes, is told by kubectl taint',
    make: isolated('key1', 'value1'),
    kind: 'Pod',
    has: { spec: { tolerations: [toleration('key1', 'value1')] } },
  },
  {
    seed: '002-045',
    how: 'nodes of its own are asked for and let in at once',
    make: isolated('app', 'sensitive'),
    kind: 'Pod',
    has: { spec: { nodeSelector: { app: 'sensitive' }, tolerations: [toleration('app', 'sensitive')] } },
  },
  {
    seed: '002-047',
    how: 'copies keep apart by the labels that they have',
    make: (scope) => new ProbedDeployment(scope, 'MyApp', { ...web, placement: [Placement.apart()] }),
    kind: 'Deployment',
    has: {
      spec: {
        template: {
          metadata: { labels: named('my-app') },
          spec: {
            affinity: {
              podAntiAffinity: {
                preferredDuringSchedulingIgnoredDuringExecution: [
                  { podAffinityTerm: { labelSelector: { matchLabels: named('my-app') } } },
                ],
              },
            },
          },
        },
      },
    },
  },
  {
    seed: '002-052',
    how: 'Pods carry the labels that they are selected by',
    make: (scope) => new ProbedDeployment(scope, 'Nginx', { ...web, rollout: Rollout.recreate() }),
    kind: 'Deployment',
    has: { spec: { selector: { matchLabels: named('nginx') }, template: { metadata: { labels: named('nginx') } } } },
  },
  {
    seed: '002-055',
    how: 'the one bound of an update sets the other to 0',
    make: (scope) => new ProbedDaemonSet(scope, 'MyDaemonSet', { ...web, rollout: DaemonSetRollout.maxSurge(1) }),
    kind: 'DaemonSet',
    has: { spec: { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } } },
  },
  {
    seed: '002-057',
    how: 'a StatefulSet names its headless Service',
    make: (scope) => new ProbedStatefulSet(scope, 'MyStatefulSet', web),
    kind: 'StatefulSet',
    has: { spec: { serviceName: 'my-stateful-set-headless' } },
  },
  {
    seed: '002-057',
    how: 'and brings it',
    make: (scope) => new ProbedStatefulSet(scope, 'MyStatefulSet', web),
    kind: 'Service',
    has: {
      metadata: { name: 'my-stateful-set-headless' },
      spec: { clusterIP: 'None', selector: named('my-stateful-set') },
    },
  },
  {
    seed: '002-061',
    how: 'a container has a name',
    make: (scope) => new ProbedDeployment(scope, 'MetricsServer', web),
    kind: 'Deployment',
    has: { spec: { template: { spec: { containers: [{ name: 'metrics-server' }] } } } },
  },
  ...['002-062', '002-063'].map((seed) => ({
    seed,
    how: 'an autoscaler is of the version that there is, with its fields',
    make: (scope: Construct) =>
      new AutoscaledWorkload(scope, 'Scaling', { target: workload, maxReplicas: 10, targetCpuUtilizationPercent: 50 }),
    kind: 'HorizontalPodAutoscaler',
    has: {
      apiVersion: 'autoscaling/v2',
      spec: { metrics: expect.arrayContaining([{ type: 'Resource', resource: utilization }]) },
    },
  })),
  {
    seed: '002-063',
    how: 'what an autoscaler takes a share of is asked for',
    make: (scope) => new ProbedDeployment(scope, 'Web', web),
    kind: 'Deployment',
    has: { spec: { template: { spec: { containers: [{ resources: { requests: { cpu: '130m' } } }] } } } },
  },
];

test.each(MADE_RIGHT)('$seed: $how', ({ make, kind, has }) => {
  const chart = testChart();
  make(chart);
  expect(objectOf(chart, kind)).toMatchObject(has);
});

/** Mistakes of the tutorials that can still be written, and why. */
const NOT_STOPPED_HERE: Readonly<Record<string, string>> = {
  '002-025': 'an address of its own is sound in the one cluster whose range has it, and nobody here knows that range',
  '002-049':
    'one manifest does not show that it is an update: BareReplicaSet says so, and what is updated is a Deployment',
};

/** Those of kinds that wrong-routes-and-jobs.test.ts tells, and holds to be told. */
const TOLD_THERE: readonly string[] = [
  '001-005',
  '002-059',
  '002-060',
  '002-098',
  '002-101',
  '002-102',
  '002-104',
  '002-105',
  '002-106',
  '002-107',
  '002-108',
  '002-109',
  '002-115',
  '002-117',
];

test('a kind that is gone is refused, however it was written', () => {
  const manifest = { apiVersion: 'v1', kind: 'EphemeralContainers', metadata: { name: 'nginx' } };
  expect(faults(manifest)).toEqual(['kind: unknown kind of v1 in Kubernetes 1.36']);
});

(noSeeds ? describe.skip : describe)(`the mistakes of the tutorials${noSeeds ? ` (skipped: ${noSeeds})` : ''}`, () => {
  const source = readFileSync(join(__dirname, 'wrong-use.types.ts'), 'utf8');
  const notTyped = [...source.matchAll(/@ts-expect-error (\d{3}-\d{3}):/g)].map(([, seed]) => `${seed}`);
  const told = [...REFUSED.flatMap(({ seed }) => seed.split(' ')), ...MADE_RIGHT.map(({ seed }) => seed), ...notTyped];
  const open = [...Object.keys(NOT_STOPPED_HERE), ...TOLD_THERE];
  const decidable = everySeed().flatMap(({ id, decidable: shown }) => (shown ? [id] : []));

  test('each that a manifest shows is told here', () => {
    const known = new Set([...told, ...open]);
    expect(decidable.filter((id) => !known.has(id))).toEqual([]);
  });

  test('nothing is told of a manifest that shows no mistake', () => {
    expect([...told, ...open].filter((id) => !decidable.includes(id))).toEqual([]);
  });

  test('what is stopped is not told to be open', () => {
    expect(open.filter((id) => told.includes(id))).toEqual([]);
  });
});
