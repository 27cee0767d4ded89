import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { WorkloadService } from '../../lib/constructs/discovery/workload-service';
import { CanaryIngress } from '../../lib/constructs/traffic/canary-ingress';
import type { CanaryRule, CanaryRules } from '../../lib/constructs/traffic/traffic-intent';
import type { Program } from '../../lib/delivery/program';
import type { Environment } from '../../lib/environments/environment';
import { partOf, selectorLabels } from '../../lib/kubernetes/labels';
import { program } from '../../main';
import { describeCluster } from './cluster';
import {
  answers,
  ask,
  byTraefik,
  type Door,
  deploy,
  noSecondDoor,
  noTraffic,
  served,
  startPods,
  stopPods,
  towardsGatewayApi,
} from './traffic';

const REQUESTS = 1000;
const DOORS: readonly Door[] = ['ingress', 'gateway'];

const value = { header: 'X-Group', value: 'beta' };
const pattern = { header: 'X-Group', pattern: '^(beta|gam+a)$' };
const always = { header: 'X-Canary' };
const cookie = { cookie: 'try-next' };

/** Rules that every dialect has, each on a host and Services of its own. */
const EVERYWHERE: Readonly<Record<string, CanaryRules>> = {
  value: { rules: [value] },
  pattern: { rules: [pattern] },
  always: { rules: [always] },
  cookie: { rules: [cookie] },
  'value-cookie': { rules: [value, cookie] },
  'pattern-cookie': { rules: [pattern, cookie], weightPercent: 0 },
  'always-cookie': { rules: [always, cookie] },
  fine: { weightPercent: 12.5 },
  'value-weight': { rules: [value], weightPercent: 30 },
};

/** Lists that ingress-nginx has no annotations for. */
const LISTS: Readonly<Record<string, CanaryRules>> = {
  values: { rules: [value, { header: 'X-Group', value: 'gamma' }] },
  'cookie-always': { rules: [cookie, always] },
  'always-value-cookie': { rules: [always, value, cookie] },
  'cookie-cookie': { rules: [cookie, { cookie: 'other' }] },
};

function dialectsOf(canaries: Readonly<Record<string, CanaryRules>>): Program {
  class DialectsChart extends Chart {
    static readonly services: readonly string[] = [];

    constructor(scope: Construct, id: string, env: Environment) {
      super(scope, id, { namespace: env.namespace, labels: partOf('dialects', env.name) });
      if (env.name !== 'prod') return;
      for (const [name, rules] of Object.entries(canaries)) {
        const backendOf = (instance: string, version: string) => {
          const workload = { name: instance, portName: 'http', selector: selectorLabels('hello', instance) };
          return new WorkloadService(this, `${name}-${version}`, { workload, name: `d-${name}-${version}` }).backend;
        };
        const [stable, backend] = [backendOf('hello', 'stable'), backendOf('hello-canary', 'canary')];
        const canary = { backend, ...rules };
        new CanaryIngress(this, name, { via: env.cluster.ingress, hosts: [hostOf(name)], stable, canary });
      }
    }
  }
  return { ...program, charts: { ...program.charts, dialects: DialectsChart } };
}

const hostOf = (name: string) => `${name}.dialects.example.com`;

/** Every combination of what the rules look at, something else, and nothing. */
const REQUEST_HEADERS = ['', 'beta', 'gamma', 'alphabeta', 'always'].flatMap((group) =>
  ['', 'always', 'never', 'perhaps'].flatMap((canary) =>
    ['', 'try-next=always', 'a=b; try-next=never; c=d', 'not-try-next=always', 'other=always; try-next=x'].map(
      (cookies) =>
        Object.fromEntries(
          Object.entries({ 'X-Group': group, 'X-Canary': canary, Cookie: cookies }).filter(([, text]) => text !== ''),
        ),
    ),
  ),
);

/** Who is meant by the words of `CanaryRules`; nothing where the weight says. */
function meant({ rules = [], weightPercent = 0 }: CanaryRules, headers: Record<string, string>): string | undefined {
  for (const rule of rules) {
    const verdict = verdictOf(rule, headers);
    if (verdict) return verdict;
  }
  return weightPercent === 0 ? 'hello' : undefined;
}

function verdictOf(rule: CanaryRule, headers: Record<string, string>): string | undefined {
  const cookies = new Map((headers.Cookie ?? '').split('; ').map((pair) => pair.split('=') as [string, string]));
  const text = 'cookie' in rule ? cookies.get(rule.cookie) : headers[rule.header];
  if (text === undefined) return undefined;
  if ('header' in rule && rule.value !== undefined) return text === rule.value ? 'hello-canary' : undefined;
  if ('header' in rule && rule.pattern !== undefined)
    return new RegExp(rule.pattern).test(text) ? 'hello-canary' : undefined;
  return { always: 'hello-canary', never: 'hello' }[text];
}

beforeAll(() => (noTraffic() ? undefined : startPods()));
afterAll(stopPods);

function sameAnswers(label: string, canaries: Readonly<Record<string, CanaryRules>>, setUp: () => void): void {
  describe(label, () => {
    beforeAll(async () => {
      setUp();
      const hosts = ['hello.example.com', ...Object.keys(canaries).map(hostOf)];
      for (const door of DOORS) for (const host of hosts) await served(host, door);
    });

    test.each(Object.entries(canaries))(
      '%s: who is meant gets it by both, whatever the request has',
      async (name, rules) => {
        const wrong: string[] = [];
        for (const headers of REQUEST_HEADERS) {
          const who = meant(rules, headers);
          for (const door of who === undefined ? [] : DOORS) {
            const got = await ask(hostOf(name), '/', headers, door);
            if (got !== who) wrong.push(`${door}: ${JSON.stringify(headers)} reached ${got}, not ${who}`);
          }
        }
        expect(wrong).toEqual([]);
      },
    );

    const weights = Object.entries(canaries).filter(([, { weightPercent = 0 }]) => weightPercent !== 0);
    const shares = [
      ...weights.map(([name, { weightPercent }]) => [hostOf(name), weightPercent]),
      ['hello.example.com', 10],
    ];
    test.each(shares as [string, number][])(
      '%s gives %d %% of 1,000 requests to the canary by both, within 3 points',
      async (host, weight) => {
        for (const door of DOORS) {
          const tally = await answers(host, {}, REQUESTS, door);
          const share = ((tally.get('hello-canary') ?? 0) / REQUESTS) * 100;
          process.stdout.write(
            `${label}, ${door}: ${host}: ${share.toFixed(1)} % reached the canary (asked for: ${weight} %)\n`,
          );
          expect((tally.get('hello-canary') ?? 0) + (tally.get('hello') ?? 0)).toBe(REQUESTS);
          expect(Math.abs(share - weight)).toBeLessThanOrEqual(3);
        }
      },
    );

    test('a HelloService as it is answers testers by both', async () => {
      for (const door of DOORS) {
        for (const [text, instance] of [
          ['always', 'hello-canary'],
          ['never', 'hello'],
        ] as const) {
          const tally = await answers('hello.example.com', { 'X-Canary': text }, 50, door);
          expect([door, text, tally]).toEqual([door, text, new Map([[instance, 50]])]);
        }
      }
    });

    test('paths, and what is no path of theirs', async () => {
      for (const door of DOORS) {
        const paths = ['/route1', '/route2/x', '/route1x', '/route3', '/'];
        const all = await Promise.all(paths.map((path) => ask('multiroute.example.com', path, {}, door)));
        expect([door, ...all]).toEqual([door, 'multiroute', 'multiroute', 'status 404', 'status 404', 'status 404']);
      }
    });
  });
}

describeCluster(
  'two dialects side by side',
  () => {
    const [nginx, traefik] = [dialectsOf(EVERYWHERE), dialectsOf({ ...EVERYWHERE, ...LISTS })];
    sameAnswers('ingress-nginx and gateway-api', EVERYWHERE, () =>
      deploy(towardsGatewayApi(nginx), 'ingressroute', 'httproute'),
    );
    sameAnswers('traefik and gateway-api', { ...EVERYWHERE, ...LISTS }, () =>
      deploy(towardsGatewayApi(byTraefik(traefik)), 'ingress', 'httproute'),
    );
  },
  noSecondDoor(),
);
