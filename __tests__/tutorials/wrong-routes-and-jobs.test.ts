import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Construct } from 'constructs';
import { BatchJob } from '../../lib/constructs/batch/batch-job';
import { Schedule } from '../../lib/constructs/batch/schedule';
import { ScheduledJob } from '../../lib/constructs/batch/scheduled-job';
import { AutoscaledWorkload } from '../../lib/constructs/scaling/autoscaled-workload';
import { CanaryIngress } from '../../lib/constructs/traffic/canary-ingress';
import { ServiceIngress, type ServiceIngressProps } from '../../lib/constructs/traffic/service-ingress';
import type { CanaryRules } from '../../lib/constructs/traffic/traffic-intent';
import { faults } from '../kubernetes/schema/bundled';
import { objectsOf, testChart } from '../support/chart';
import { refusalOf } from '../support/refusal';
import { image, size, nginx as via, workload } from '../support/samples';
import { noSeeds, seeds } from './seeds';

const service = { service: 'nginx-svc', port: 80 };

const ingress =
  (props: Partial<ServiceIngressProps>) =>
  (scope: Construct): unknown =>
    new ServiceIngress(scope, 'MyIngress', { via, hosts: ['nginx.angle.com'], service, ...props });

const job = { image, size, command: ['echo', 'Hello, world!'] };
const everyMinute = (scope: Construct) =>
  new ScheduledJob(scope, 'MyCronjob', { ...job, schedule: Schedule.cron('*/1 * * * *') });

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
    seed: '001-005',
    mistake: 'a host that is empty under the comment "by host"',
    make: ingress({ hosts: [''] }),
    refusal: 'InvalidTraffic [test/MyIngress] hosts: invalid value "": must be a host name in lower case, with a dot',
  },
  {
    seed: '001-005',
    mistake: 'no host',
    make: ingress({ hosts: [] }),
    refusal: 'InvalidTraffic [test/MyIngress] hosts: invalid value []: must name at least one',
  },
  {
    seed: '002-063',
    mistake: 'a share of a request that nobody makes',
    make: (scope) =>
      new AutoscaledWorkload(scope, 'ExampleApp', { target: { ...workload, requested: [] }, maxReplicas: 10 }),
    refusal: 'HpaTargetWithoutRequests [test/ExampleApp] target: invalid value []: must request cpu and memory',
  },
  {
    seed: '002-101',
    mistake: 'a Service with its namespace in its name',
    make: ingress({ service: { service: 'my-service.my-namespace', port: 80 } }),
    refusal:
      'InvalidTraffic [test/MyIngress] service: invalid value "my-service.my-namespace": must be lower case letters, digits and "-", beginning with a letter, ending with a letter or digit',
  },
  {
    seed: '002-104',
    mistake: 'an Ingress without a path',
    make: ingress({ requestsPerSecondPerClient: 1, paths: [] }),
    refusal: 'InvalidTraffic [test/MyIngress] paths: invalid value []: must name at least one',
  },
  {
    seed: '002-106',
    mistake: 'a regular expression that is not said to be one',
    make: ingress({ paths: [{ path: '/foo/?(.*)', type: 'Prefix' }] }),
    refusal:
      'InvalidTraffic [test/MyIngress] paths: invalid value "/foo/?(.*)": must begin with "/" and have no empty or dotted segment, "%2f", "?" or "#"',
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
  /** What stands in the manifests of that kind instead. */
  readonly has: readonly object[];
}

const annotated = { annotations: expect.objectContaining({ 'kubernetes.io/ingress.class': expect.anything() }) };
const inItsField = { metadata: expect.not.objectContaining(annotated), spec: { ingressClassName: 'edge' } };
const byService = (...names: readonly string[]) => ({
  apiVersion: 'networking.k8s.io/v1',
  spec: {
    rules: names.map((name) => ({
      http: { paths: [expect.objectContaining({ backend: { service: { name, port: { number: 80 } } } })] },
    })),
  },
});
const canary = (rules: CanaryRules) => (scope: Construct) => {
  const backend = { service: 'v2-service', port: 80 };
  return new CanaryIngress(scope, 'Page', {
    via,
    hosts: ['nginx.angle.com'],
    stable: service,
    canary: { backend, ...rules },
  });
};
const onHost = { spec: { rules: [{ host: 'nginx.angle.com' }] } };

/** Ingresses whose class is nowhere, or in an annotation: what else they say. */
const CLASSES: Readonly<Record<string, Partial<ServiceIngressProps>>> = {
  '002-098': { hosts: ['app1.example.com'], paths: [{ path: '/foo', type: 'Prefix' }] },
  '002-100': { tlsSecret: 'tls-secret', plainHttp: 'serve' },
  '002-102': { tlsSecret: 'ingress-tls' },
  '002-104': { requestsPerSecondPerClient: 1, backendProtocol: 'HTTP' },
  '002-105': { paths: [{ path: '/abc', type: 'Prefix' }], defaultBackend: service, backendProtocol: 'HTTP' },
  '002-109': { tlsSecret: 'angle-tls' },
};

const MADE_RIGHT: readonly MadeRight[] = [
  {
    seed: '001-005',
    how: 'every host is said, and none stands there',
    make: ingress({ hosts: 'every' }),
    kind: 'Ingress',
    has: [{ spec: { rules: [{ http: expect.anything() }] } }],
  },
  {
    seed: '002-059',
    how: 'a Pod that failed stays for its log, and the Job makes another',
    make: (scope) => new BatchJob(scope, 'MyJob', { ...job, backoffLimit: 3 }),
    kind: 'Job',
    has: [{ spec: { backoffLimit: 3, template: { spec: { restartPolicy: 'Never' } } } }],
  },
  {
    seed: '002-060',
    how: 'a schedule is of the version that there is',
    make: everyMinute,
    kind: 'CronJob',
    has: [{ apiVersion: 'batch/v1', spec: { schedule: '*/1 * * * *', timeZone: 'Etc/UTC' } }],
  },
  ...Object.entries(CLASSES).map(([seed, props]) => ({
    seed,
    how: 'the class is in its field, and in no annotation',
    make: ingress(props),
    kind: 'Ingress',
    has: [inItsField],
  })),
  {
    seed: '002-101',
    how: 'a Service of this namespace stands for one of another',
    make: ingress({ service: { service: 'my-service', port: 80, namespace: 'my-namespace' } }),
    kind: 'Service',
    has: [
      {
        metadata: { name: 'my-ingress-my-service', namespace: 'shop' },
        spec: { type: 'ExternalName', externalName: 'my-service.my-namespace.svc.cluster.local' },
      },
    ],
  },
  {
    seed: '002-106',
    how: 'a regular expression is told to the controller as one',
    make: ingress({
      paths: [{ path: '/foo/?(.*)', type: 'RegularExpression' }],
      rewrite: { replaceExpressionMatch: '/$1' },
    }),
    kind: 'Ingress',
    has: [
      {
        metadata: {
          annotations: {
            'nginx.ingress.kubernetes.io/use-regex': 'true',
            'nginx.ingress.kubernetes.io/rewrite-target': '/$1',
          },
        },
        spec: { rules: [{ http: { paths: [{ path: '/foo/?(.*)', pathType: 'ImplementationSpecific' }] } }] },
      },
    ],
  },
  {
    seed: '002-107',
    how: 'a path says how it is matched, and its Service as it is said today',
    make: ingress({ sessionCookie: { name: 'route' } }),
    kind: 'Ingress',
    has: [byService('nginx-svc')],
  },
  {
    seed: '002-108',
    how: 'so it does for each of two hosts',
    make: ingress({
      hosts: ['foo.example.com', 'bar.example.com'],
      paths: [
        { path: '/', type: 'Prefix', hosts: ['foo.example.com'], backend: { service: 'foo-service', port: 80 } },
        { path: '/', type: 'Prefix', hosts: ['bar.example.com'], backend: { service: 'bar-service', port: 80 } },
      ],
    }),
    kind: 'Ingress',
    has: [byService('foo-service', 'bar-service')],
  },
  {
    seed: '002-115',
    how: 'a canary by weight has the host of what it belongs to',
    make: canary({ weightPercent: 10 }),
    kind: 'Ingress',
    has: [onHost, onHost],
  },
  {
    seed: '002-117',
    how: 'a canary by cookie has the host of what it belongs to',
    make: canary({ rules: [{ cookie: 'vip' }] }),
    kind: 'Ingress',
    has: [onHost, onHost],
  },
];

test.each(MADE_RIGHT)('$seed: $how', ({ make, kind, has }) => {
  const chart = testChart();
  make(chart);
  expect(objectsOf(chart, kind)).toMatchObject(has);
});

test.each`
  apiVersion               | kind                         | seed
  ${'batch/v1beta1'}       | ${'CronJob'}                 | ${'002-060'}
  ${'autoscaling/v2beta2'} | ${'HorizontalPodAutoscaler'} | ${'002-062 and 002-063'}
`('$seed: $kind of $apiVersion is refused, however it was written', ({ apiVersion, kind }) => {
  const old = { apiVersion, kind, metadata: { name: 'old' } };
  expect(faults(old, '1.30')).toEqual([`apiVersion: ${kind} is not served by Kubernetes 1.30`]);
});

/** Parts of mistakes that can still be written, and why. */
const NOT_STOPPED_HERE: Readonly<Record<string, string>> = {
  '002-102': 'the Secret is made by hand, in another namespace: no manifest of an Ingress shows it',
  '002-109': 'what hosts a certificate names stands in the Secret alone, which somebody else makes',
};

const KINDS = ['Ingress', 'IngressClass', 'HorizontalPodAutoscaler', 'Job', 'CronJob'];

(noSeeds ? describe.skip : describe)(`the mistakes of the tutorials${noSeeds ? ` (skipped: ${noSeeds})` : ''}`, () => {
  const source = readFileSync(join(__dirname, 'wrong-routes-and-jobs.types.ts'), 'utf8');
  const notTyped = [...source.matchAll(/@ts-expect-error (\d{3}-\d{3}):/g)].map(([, seed]) => `${seed}`);
  const told = new Set([...REFUSED, ...MADE_RIGHT].map(({ seed }) => seed).concat(notTyped));
  const wrong = seeds().filter(({ kind, defect }) => KINDS.includes(kind) && defect);

  test('each that a manifest of these kinds shows is stopped', () => {
    expect(wrong.flatMap(({ id, decidable }) => (decidable && !told.has(id) ? [id] : []))).toEqual([]);
  });

  test('nothing is told of a manifest that has no mistake', () => {
    const ids = wrong.map(({ id }) => id);
    expect([...told, ...Object.keys(NOT_STOPPED_HERE)].filter((id) => !ids.includes(id))).toEqual([]);
  });
});
