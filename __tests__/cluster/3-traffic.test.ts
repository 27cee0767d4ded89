import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { WorkloadService } from '../../lib/constructs/discovery/workload-service';
import { CanaryIngress } from '../../lib/constructs/traffic/canary-ingress';
import type { CanaryRules } from '../../lib/constructs/traffic/traffic-intent';
import type { Program } from '../../lib/delivery/program';
import type { Environment } from '../../lib/environments/environment';
import { partOf, selectorLabels } from '../../lib/kubernetes/labels';
import { program } from '../../main';
import { describeCluster, eventually, objects } from './cluster';
import { answers, ask, byGatewayApi, deploy, noTraffic, served, startPods, stopPods } from './traffic';

const REQUESTS = 1000;

/** Canaries of the Pods of hello, each decided by another rule, on a host and Services of its own. */
const RULES: Readonly<Record<string, CanaryRules>> = {
  value: { rules: [{ header: 'X-Group', value: 'beta' }] },
  pattern: { rules: [{ header: 'X-User', pattern: 'test[0-9]+' }] },
  cookie: { rules: [{ cookie: 'try-next' }] },
  pair: { rules: [{ header: 'X-Canary' }, { cookie: 'try-next' }], weightPercent: 0 },
};

class RulesChart extends Chart {
  static readonly services: readonly string[] = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: env.namespace, labels: partOf('rules', env.name) });
    if (env.name !== 'prod') return;
    for (const [name, rules] of Object.entries(RULES)) {
      const backendOf = (instance: string, version: string) => {
        const workload = { name: instance, portName: 'http', selector: selectorLabels('hello', instance) };
        return new WorkloadService(this, `${name}-${version}`, { workload, name: `${name}-${version}` }).backend;
      };
      const [stable, backend] = [backendOf('hello', 'stable'), backendOf('hello-canary', 'canary')];
      new CanaryIngress(this, name, {
        via: env.cluster.ingress,
        hosts: [`${name}.rules.example.com`],
        stable,
        canary: { backend, ...rules },
      });
    }
  }
}

const withRules: Program = { ...program, charts: { ...program.charts, rules: RulesChart } };

beforeAll(() => (noTraffic() ? undefined : startPods()));
afterAll(stopPods);

function canaryPromises(label: string, setUp: () => void): void {
  describe(label, () => {
    beforeAll(async () => {
      setUp();
      const hosts = [
        'hello.example.com',
        'hello.staging.example.com',
        ...Object.keys(RULES).map((name) => `${name}.rules.example.com`),
      ];
      for (const host of hosts) await served(host);
    });

    test.each`
      host                           | weight
      ${'hello.example.com'}         | ${10}
      ${'hello.staging.example.com'} | ${50}
    `('$host gives $weight % of 1,000 requests to the canary, within 3 points', async ({ host, weight }) => {
      const tally = await answers(host, {}, REQUESTS);
      const share = ((tally.get('hello-canary') ?? 0) / REQUESTS) * 100;
      process.stdout.write(
        `${label}: ${host}: ${share.toFixed(1)} % of ${REQUESTS} requests reached the canary (asked for: ${weight} %)\n`,
      );
      expect((tally.get('hello-canary') ?? 0) + (tally.get('hello') ?? 0)).toBe(REQUESTS);
      expect(Math.abs(share - weight)).toBeLessThanOrEqual(3);
    });

    test.each`
      value       | instance
      ${'always'} | ${'hello-canary'}
      ${'never'}  | ${'hello'}
    `('X-Canary: $value always reaches $instance', async ({ value, instance }) => {
      expect(await answers('hello.example.com', { 'X-Canary': value }, 100)).toEqual(new Map([[instance, 100]]));
    });

    test.each`
      rule         | headers                                                 | instance
      ${'value'}   | ${{ 'X-Group': 'beta' }}                                | ${'hello-canary'}
      ${'value'}   | ${{ 'X-Group': 'beta2' }}                               | ${'hello'}
      ${'value'}   | ${{ 'X-Group': 'always' }}                              | ${'hello'}
      ${'value'}   | ${{}}                                                   | ${'hello'}
      ${'pattern'} | ${{ 'X-User': 'test42' }}                               | ${'hello-canary'}
      ${'pattern'} | ${{ 'X-User': 'a-test42-b' }}                           | ${'hello-canary'}
      ${'pattern'} | ${{ 'X-User': 'tester' }}                               | ${'hello'}
      ${'cookie'}  | ${{ Cookie: 'try-next=always' }}                        | ${'hello-canary'}
      ${'cookie'}  | ${{ Cookie: 'a=b; try-next=always; c=d' }}              | ${'hello-canary'}
      ${'cookie'}  | ${{ Cookie: 'try-next=never' }}                         | ${'hello'}
      ${'cookie'}  | ${{ Cookie: 'not-try-next=always' }}                    | ${'hello'}
      ${'pair'}    | ${{ 'X-Canary': 'never', Cookie: 'try-next=always' }}   | ${'hello'}
      ${'pair'}    | ${{ 'X-Canary': 'always', Cookie: 'try-next=never' }}   | ${'hello-canary'}
      ${'pair'}    | ${{ 'X-Canary': 'perhaps', Cookie: 'try-next=always' }} | ${'hello-canary'}
    `('by $rule: $headers reaches $instance', async ({ rule, headers, instance }) => {
      expect(await answers(`${rule}.rules.example.com`, headers, 20)).toEqual(new Map([[instance, 20]]));
    });

    test('an environment without a canary answers with its one version, also to a tester', async () => {
      expect(await answers('hello.dev.example.com', { 'X-Canary': 'always' }, 20)).toEqual(new Map([['hello', 20]]));
    });

    test('multiroute answers on its two paths and on no other', async () => {
      const host = 'multiroute.example.com';
      expect([await ask(host, '/route1'), await ask(host, '/route2/x'), await ask(host, '/route3')]).toEqual([
        'multiroute',
        'multiroute',
        'status 404',
      ]);
    });
  });
}

describeCluster(
  'requests through a proxy',
  () => {
    canaryPromises('ingress-nginx', () => deploy(withRules, 'httproute'));
    canaryPromises('gateway-api', () => deploy(byGatewayApi(withRules), 'ingress'));

    test('every HTTPRoute is accepted and its backends are found', async () => {
      const verdicts = () =>
        objects('httproutes', '-A', '-l', 'environment').map(({ status }) =>
          status?.parents?.[0]?.conditions
            ?.map(({ type, status: is }: { type: string; status: string }) => `${type}=${is}`)
            .sort(),
        );
      const all = await eventually(
        verdicts,
        (routes) => routes.every((conditions) => conditions?.includes('Accepted=True')),
        60,
      );
      expect(all.length).toBeGreaterThanOrEqual(12);
      for (const conditions of all)
        expect(conditions).toEqual(expect.arrayContaining(['Accepted=True', 'ResolvedRefs=True']));
    });
  },
  noTraffic(),
);
