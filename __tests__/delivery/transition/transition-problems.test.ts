import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { HelloService } from '../../../lib/constructs/service/hello-service';
import { CanaryIngress } from '../../../lib/constructs/traffic/canary-ingress';
import { ServiceIngress, type ServiceIngressProps } from '../../../lib/constructs/traffic/service-ingress';
import type { CanaryRules } from '../../../lib/constructs/traffic/traffic-intent';
import type { Program } from '../../../lib/delivery/program';
import { SynthesisFailed } from '../../../lib/delivery/synthesis-failed';
import { synthesize } from '../../../lib/delivery/synthesize';
import type { Environment } from '../../../lib/environments/environment';
import type {
  Alb,
  GatewayApi,
  IngressDialect,
  IngressNginx,
  Istio,
  Traefik,
} from '../../../lib/kubernetes/ingress-provider';
import { partOf } from '../../../lib/kubernetes/labels';
import { program } from '../../../main';
import * as samples from '../../support/samples';

const nginx: IngressNginx = { provider: 'ingress-nginx', className: 'nginx', controllerNamespace: 'ingress-nginx' };
const { alb, istio, traefik }: { alb: Alb; istio: Istio; traefik: Traefik } = samples;
const gateway: GatewayApi = {
  ...samples.gateway,
  gateway: { name: 'public', namespace: 'gateways', listeners: { http: 'web', https: 'secure' } },
  pathRegularExpressions: true,
  supportedFeatures: [
    'HTTPRouteSchemeRedirect',
    'HTTPRoutePathRedirect',
    'HTTPRoutePortRedirect',
    'HTTPRoutePathRewrite',
  ],
};

type Define = (chart: Chart, env: Environment) => void;

/** What a synthesis says of a chart in an environment whose cluster is told in two dialects. */
function problemsOf(
  define: Define,
  [from, to]: readonly [IngressDialect, IngressDialect] = [nginx, gateway],
): readonly string[] {
  class Sample extends Chart {
    static readonly services: readonly string[] = [];
    constructor(scope: Construct, id: string, env: Environment) {
      super(scope, id, { namespace: env.namespace, labels: partOf('sample', env.name) });
      define(this, env);
    }
  }
  const [env] = program.environments;
  if (!env) throw new Error('no environment');
  const groups = ['gateway.networking.k8s.io', 'traefik.io', 'networking.istio.io'];
  const cluster = {
    ...env.cluster,
    ingress: { provider: 'transition', from, to } as const,
    customResourceGroups: groups,
  };
  const transitional: Program = {
    ...program,
    releases: undefined,
    environments: [{ ...env, cluster }],
    charts: { sample: Sample },
  };
  try {
    synthesize(transitional);
    return [];
  } catch (error) {
    if (error instanceof SynthesisFailed) return error.problems;
    throw error;
  }
}

const stable = { service: 'orders', port: 8001 };
const other = { service: 'cart', port: 8003 };
const next = { service: 'orders-next', port: 8002 };
const at = (path: string, type = 'Prefix') => ({ path, type }) as NonNullable<ServiceIngressProps['paths']>[number];

const canary =
  (rules: CanaryRules, props: object = {}): Define =>
  (chart, env) => {
    const division = { ...rules, backend: next };
    const all = { via: env.cluster.ingress, hosts: ['orders.shop.test'], stable, canary: division, ...props };
    new CanaryIngress(chart, 'Front', all);
  };

const paths = [at('/'), at('/api'), at('/api/exactly', 'Exact')];

test.each`
  from       | to         | rules
  ${nginx}   | ${gateway} | ${{ rules: [{ header: 'X-Group' }, { cookie: 'group' }], weightPercent: 15 }}
  ${nginx}   | ${gateway} | ${{ rules: [{ header: 'X-Group', pattern: '^be(ta)?$' }], weightPercent: 0.5 }}
  ${nginx}   | ${traefik} | ${{ rules: [{ header: 'X-Group', value: 'beta' }, { cookie: 'group' }], weightPercent: 15 }}
  ${nginx}   | ${istio}   | ${{ rules: [{ header: 'X-Group' }, { cookie: 'group' }], weightPercent: 15 }}
  ${traefik} | ${gateway} | ${{ rules: [{ cookie: 'group' }, { header: 'X-Group', value: 'beta' }, { header: 'X-Group' }], weightPercent: 33.3333 }}
  ${alb} | ${gateway} | ${{ rules: [{ header: 'X-Group', value: 'beta' }, { header: 'X-Group', value: 'gamma' }], weightPercent: 15 }}
  ${nginx}   | ${alb}     | ${{ rules: [{ header: 'X-Group', value: 'beta' }, { cookie: 'group' }] }}
`('$from.provider and $to.provider give every request one answer by $rules', ({ from, to, rules }) => {
  expect(problemsOf(canary(rules, { paths }), [from, to])).toEqual([]);
});

test('certificates, redirects and Services of other namespaces are told each in its way, and mean the same', () => {
  const define: Define = (chart, { cluster: { ingress: via } }) => {
    new ServiceIngress(chart, 'Secure', { via, hosts: ['secure.shop.test'], service: stable, tlsSecret: 'shop-tls' });
    const redirect = { url: 'https://www.shop.test/new', status: 'permanent' } as const;
    new ServiceIngress(chart, 'Moved', { via, hosts: ['moved.shop.test'], service: stable, redirect });
    const service = { service: 'cart', port: 80, namespace: 'abroad' };
    new ServiceIngress(chart, 'Abroad', { via, hosts: ['abroad.shop.test'], service });
  };
  expect(problemsOf(define)).toEqual([]);
});

test('every chart of the program can be told in two dialects', () => {
  const define: Define = (chart, env) =>
    void new HelloService(chart, 'Hello', {
      image: samples.image,
      size: env.sizes.small,
      canary: { image: samples.image, weightPercent: 10 },
      ingress: { via: env.cluster.ingress, hosts: ['hello.shop.test'] },
    });
  expect(problemsOf(define)).toEqual([]);
});

const MEND = 'tell both the same, by via: env.cluster.ingress, or leave out what only one of them can do';

test('a host that one of the two is not told is named, with the construct that tells the other', () => {
  const define: Define = (chart, env) => {
    new ServiceIngress(chart, 'Both', { via: env.cluster.ingress, hosts: ['a.shop.test'], service: stable });
    new ServiceIngress(chart, 'Old', { via: nginx, hosts: ['b.shop.test'], service: stable });
  };
  expect(problemsOf(define)).toEqual([
    `[dev/sample/Old/Ingress] ingress: invalid value "GET http://b.shop.test/": must get one answer during a transition: ingress-nginx gives dev/orders:8001, gateway-api gives 404, and 2 more requests differ; ${MEND}`,
  ]);
});

test('a path, a weight and a rule that one of the two is told otherwise are named', () => {
  const define: Define = (chart) => {
    new ServiceIngress(chart, 'OldA', { via: nginx, hosts: ['a.shop.test'], service: other, paths: [at('/api')] });
    new ServiceIngress(chart, 'NewA', {
      via: gateway,
      hosts: ['a.shop.test'],
      service: other,
      paths: [at('/api', 'Exact')],
    });
    canaryOf(chart, 'OldB', nginx, 10);
    canaryOf(chart, 'NewB', gateway, 20);
  };
  const problems = problemsOf(define).map((problem) =>
    problem.replace(/, and \d+ more requests differ/, ', and others'),
  );
  expect(problems).toEqual([
    `[dev/sample/OldA/Ingress] ingress: invalid value "GET http://a.shop.test/api/": must get one answer during a transition: ingress-nginx gives dev/cart:8003, gateway-api gives 404, and others; ${MEND}`,
    `[dev/sample/OldB/Ingress] ingress: invalid value "GET http://b.shop.test/": must get one answer during a transition: ingress-nginx gives dev/orders-next:8002 10 % and dev/orders:8001 90 %, gateway-api gives dev/orders-next:8002 20 % and dev/orders:8001 80 %, and others; ${MEND}`,
  ]);
});

function canaryOf(chart: Chart, id: string, via: IngressDialect, weightPercent: number): CanaryIngress {
  const division = { backend: next, weightPercent };
  return new CanaryIngress(chart, id, { via, hosts: ['b.shop.test'], stable, canary: division });
}

test('an Ingress of a class that is no part of the transition is nobody else to be told', () => {
  const internal = { ...nginx, className: 'internal' };
  expect(
    problemsOf(
      (chart) => void new ServiceIngress(chart, 'In', { via: internal, hosts: ['in.shop.test'], service: stable }),
    ),
  ).toEqual([]);
});
