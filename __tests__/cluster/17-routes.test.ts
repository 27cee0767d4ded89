import { Testing } from 'cdk8s';
import { CanaryIngress } from '../../lib/constructs/traffic/canary-ingress';
import type { CanaryRules } from '../../lib/constructs/traffic/traffic-intent';
import type { IngressProvider } from '../../lib/kubernetes/ingress-provider';
import type { Manifest } from '../../lib/kubernetes/manifest';
import { type Answer, placeOfShare } from '../../lib/simulators/canary/answer';
import { percentOf } from '../../lib/simulators/canary/fraction';
import type { HttpRequest } from '../../lib/simulators/canary/http-request';
import type { Provider } from '../../lib/simulators/canary/providers';
import type { Router } from '../../lib/simulators/canary/router';
import { routerOf } from '../../lib/simulators/canary/router-of';
import { NGINX_DIFFERENCES } from '../support/nginx-differences';
import { told } from '../support/routes';
import { Backends, send, sendAll, startBackends, stopBackends } from './backends';
import { describeCluster, eventually, kubectl, mustKubectl, objects } from './cluster';
import { type GeneratedSite, gatewaySites, nginxSites, traefikSites } from './generated-routes';
import { CONTROLLERS, noTraefik } from './traffic';

const NAMESPACE = 'routes-trial';
const REQUESTS = 1000;
const SITES = { namespace: NAMESPACE, sites: 30, requests: 14, seed: 20261128 };

/** Dialects that Traefik reads, what it makes of them, and who sets the rules for them. */
const DIALECTS = {
  'ingress-nginx': {
    reading: 'traefik-ingress-nginx',
    make: nginxSites,
    via: { provider: 'ingress-nginx', className: 'nginx', controllerNamespace: 'x' },
  },
  'gateway-api': {
    reading: 'traefik-gateway-api',
    make: gatewaySites,
    via: {
      provider: 'gateway-api',
      gateway: { name: 'public', namespace: 'gateways' },
      controllerNamespace: 'x',
      headerRegularExpressions: true,
    },
  },
  traefik: {
    reading: 'traefik',
    make: traefikSites,
    via: {
      provider: 'traefik',
      entryPoints: { http: 'web', https: 'websecure' },
      controllerNamespace: 'x',
      allowCrossNamespace: false,
    },
  },
} as const satisfies Readonly<Record<string, { reading: Provider; make: typeof nginxSites; via: IngressProvider }>>;
type DialectName = keyof typeof DIALECTS;
const NAMES = Object.keys(DIALECTS) as DialectName[];

/** Every kind of rule, and pairs of them. */
const RULES: Readonly<Record<string, CanaryRules>> = {
  weight: { weightPercent: 30 },
  header: { rules: [{ header: 'X-Canary' }] },
  value: { rules: [{ header: 'X-Canary', value: 'v2' }] },
  pattern: { rules: [{ header: 'X-Canary', pattern: '^v[0-9]+$' }] },
  cookie: { rules: [{ cookie: 'try' }] },
  'header-weight': { rules: [{ header: 'X-Canary' }], weightPercent: 10 },
  'value-weight': { rules: [{ header: 'X-Canary', value: 'v2' }], weightPercent: 25 },
  'pattern-weight': { rules: [{ header: 'X-Canary', pattern: '^v[0-9]+$' }], weightPercent: 50 },
  'cookie-weight': { rules: [{ cookie: 'try' }], weightPercent: 75 },
  'header-cookie': { rules: [{ header: 'X-Canary' }, { cookie: 'try' }] },
  'value-cookie': { rules: [{ header: 'X-Canary', value: 'v2' }, { cookie: 'try' }] },
  'pattern-cookie': { rules: [{ header: 'X-Canary', pattern: '^v[0-9]+$' }, { cookie: 'try' }] },
  'header-cookie-weight': { rules: [{ header: 'X-Canary' }, { cookie: 'try' }], weightPercent: 40 },
};

/** Services that requests are decided for, where it is not both: a value or a pattern keeps nobody at the stable one. */
const DECIDED: Readonly<Record<string, number>> = { weight: 0, 'value-weight': 1, 'pattern-weight': 1 };

const VALUES = ['always', 'never', 'v2', 'v23', 'Always', 'x-v2'];
const COOKIES = ['try=always', 'a=b; try=never; c=d', 'nottry=always', 'try=perhaps'];

/** Headers that tell the rules apart, each alone and in pairs. */
const SENT: readonly Record<string, string>[] = [
  {},
  ...VALUES.map((value) => ({ 'X-Canary': value })),
  ...COOKIES.map((cookie) => ({ Cookie: cookie })),
  ...VALUES.flatMap((value) => COOKIES.map((cookie) => ({ 'X-Canary': value, Cookie: cookie }))),
];

const hostOfRule = (dialect: DialectName, rule: string) => `${rule}.${dialect}.rules.example.com`;
const placeOfDifference = (at: number) => ({
  host: `d${at}.differences.example.com`,
  namespace: `difference-${at}-trial`,
});

const backends = new Backends();
let routers = new Map<Provider, Router>();
/** Made before the first test, not where the tests are only listed. */
let generated = new Map<DialectName, GeneratedSite[]>();
const sitesOf = (name: DialectName): readonly GeneratedSite[] => generated.get(name) ?? [];

/** The objects of a canary as its construct writes them. */
function released(dialect: DialectName, rule: string): Manifest[] {
  const chart = Testing.chart();
  const [stable, next] = [`${dialect}-${rule}-stable`, `${dialect}-${rule}-next`];
  for (const name of [stable, next]) backends.add(NAMESPACE, name);
  new CanaryIngress(chart, `${dialect}-${rule}`, {
    via: DIALECTS[dialect].via,
    hosts: [hostOfRule(dialect, rule)],
    stable: { service: stable, port: 80 },
    canary: { backend: { service: next, port: 80 }, ...RULES[rule] },
  });
  return (Testing.synth(chart) as Manifest[]).map(({ metadata, ...rest }) => ({
    ...rest,
    apiVersion: rest.apiVersion,
    kind: rest.kind,
    metadata: { ...metadata, namespace: NAMESPACE },
  }));
}

function everyManifest(): Manifest[] {
  generated = new Map(NAMES.map((name) => [name, DIALECTS[name].make({ ...SITES, domain: `${name}.example.com` })]));
  const sites = NAMES.flatMap(sitesOf);
  for (const service of sites.flatMap(({ services }) => services)) backends.add(NAMESPACE, service);
  const rules = NAMES.flatMap((name) => Object.keys(RULES).flatMap((rule) => released(name, rule)));
  const differences = NGINX_DIFFERENCES.flatMap(({ manifests }, at) => {
    const place = placeOfDifference(at);
    for (const service of ['stable', 'next', 'other']) backends.add(place.namespace, service);
    return manifests(place);
  });
  return [...sites.flatMap(({ manifests }) => manifests), ...rules, ...differences];
}

const NAMESPACES = [NAMESPACE, ...NGINX_DIFFERENCES.map((_, at) => placeOfDifference(at).namespace)];

function apply(manifests: readonly Manifest[]): void {
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: manifests });
  const { status, stderr } = kubectl(['apply', '--server-side', '--force-conflicts', '-f', '-'], list);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

function namespace(name: string): Manifest {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

/** What the cluster holds now, with the times at which it was made. */
function live(): Manifest[] {
  const kinds =
    'ingress,httproute,ingressroute,traefikservice,service,endpointslice,ingressclass,gateway,namespace,middleware';
  return objects(kinds, '-A');
}

/** Whether the proxy answers the last host of each dialect as it should: it takes all objects in at once. */
async function isServed(): Promise<boolean> {
  const hosts = [
    ...NAMES.map((name) => hostOfRule(name, 'header')),
    placeOfDifference(NGINX_DIFFERENCES.length - 1).host,
  ];
  const all = await sendAll(hosts.map((host) => ({ host, path: '/' })));
  return all.every(({ from }) => from.startsWith('10.'));
}

/** Places that an answer leaves open. */
function placesOf({ shares }: Answer): string[] {
  return shares.map((share) => placeOfShare(share));
}

const isOpen = ({ why }: Answer) => why.some(({ verdict }) => verdict === 'either');
const reached = (from: string) => (from.includes('.') ? backends.at(from) : from);
const routerFor = (provider: Provider): Router => routers.get(provider) as Router;

/** What a disagreement is reported with. */
function disagreement(site: GeneratedSite, request: HttpRequest, [simulated, got]: readonly [Answer, string]): string {
  return JSON.stringify({ got, simulated, request, objects: site.manifests }, undefined, 1);
}

describeCluster(
  'who gets a request: the simulator and the proxy',
  () => {
    beforeAll(async () => {
      await startBackends();
      const manifests = everyManifest();
      kubectl(['apply', '--server-side', '-f', '-'], CONTROLLERS);
      kubectl(['delete', 'namespace', '--ignore-not-found', '--timeout=120s', ...NAMESPACES]);
      apply(NAMESPACES.map(namespace));
      apply(backends.manifests);
      apply(manifests);
      let served = false;
      for (let tries = 0; tries < 60 && !served; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        served = await isServed().catch(() => false);
      }
      // Traefik gathers changes for two seconds
      await eventually(
        () => 0,
        () => false,
        5,
      );
      const all = live();
      const providers: Provider[] = [...NAMES.map((name) => DIALECTS[name].reading), 'ingress-nginx', 'gateway-api'];
      routers = new Map(providers.map((provider) => [provider, routerOf(all, provider)]));
      process.stdout.write(`${manifests.length} objects of routes, ${backends.manifests.length / 2} Services\n`);
    });
    afterAll(() => {
      stopBackends();
      mustKubectl('delete', 'namespace', '--wait=false', ...NAMESPACES);
    });

    describe.each(NAMES)('%s', (name) => {
      const { reading } = DIALECTS[name];

      test('the proxy answers each of 300 generated requests as the simulator says', async () => {
        const asked = sitesOf(name).flatMap((site) => site.requests.map((request) => ({ site, request })));
        const sent = await sendAll(asked.map(({ request }) => request));
        const wrong: string[] = [];
        let [decided, divided, open] = [0, 0, 0];
        asked.forEach(({ site, request }, at) => {
          const answer = routerFor(reading).route(request);
          const got = reached(sent[at]?.from ?? '');
          if (isOpen(answer)) open += 1;
          else if (!placesOf(answer).includes(got)) wrong.push(disagreement(site, request, [answer, got]));
          else if (answer.shares.length === 1) decided += 1;
          else divided += 1;
        });
        process.stdout.write(
          `${name}: ${decided + divided} of ${asked.length - open} answers agree (${decided} decided by a rule, ${divided} one of several by weight; ${open} more are open by their priorities)\n`,
        );
        expect(wrong.slice(0, 3).join('\n')).toBe('');
        expect(decided + divided).toBeGreaterThanOrEqual(300);
        expect(new Set(sent.map(({ from }) => reached(from))).size).toBeGreaterThanOrEqual(5);
      });

      test.each(Object.keys(RULES))('%s: every request that a rule decides is exact', async (rule) => {
        const requests = SENT.map((headers) => ({ host: hostOfRule(name, rule), path: '/x', headers }));
        const decided = requests.filter((request) => routerFor(reading).route(request).shares.length === 1);
        const all = decided.flatMap((request) => Array.from({ length: 3 }, () => request));
        const wanted = all.map((request) => told(routerFor(reading).route(request)));
        expect((await sendAll(all)).map(({ from }) => reached(from))).toEqual(wanted);
        expect(new Set(wanted).size).toBe(DECIDED[rule] ?? 2);
      });

      test.each(Object.keys(RULES).filter((rule) => RULES[rule]?.weightPercent))(
        `%s: the share of ${REQUESTS} requests is within 3 points`,
        async (rule) => {
          const request = { host: hostOfRule(name, rule), path: '/', headers: { 'X-Canary': 'perhaps' } };
          const { shares } = routerFor(reading).route(request);
          const sent = await sendAll(Array.from({ length: REQUESTS }, () => request));
          const got = shares.map((share) => {
            const count = sent.filter(({ from }) => reached(from) === placeOfShare(share)).length;
            return { share, count, percent: (count * 100) / REQUESTS };
          });
          process.stdout.write(
            `${name}, ${rule}: ${got.map(({ share, percent }) => `${percent.toFixed(1)} % (${percentOf(share.part)} %)`).join(', ')}\n`,
          );
          expect(got.reduce((all, { count }) => all + count, 0)).toBe(REQUESTS);
          expect(shares).toHaveLength(2);
          for (const { share, percent } of got)
            expect(Math.abs(percent - percentOf(share.part))).toBeLessThanOrEqual(3);
        },
      );

      test('what the construct writes means the same by the rules of the dialect itself', () => {
        for (const rule of Object.keys(RULES)) {
          const requests = SENT.map((headers) => ({ host: hostOfRule(name, rule), path: '/x', headers }));
          const [own, read] = [name, reading].map((one) =>
            requests.map((request) => told(routerFor(one).route(request))),
          );
          expect(own).toEqual(read);
        }
      });
    });

    test.each(NGINX_DIFFERENCES.map((difference, at) => ({ ...difference, at })))(
      'ingress-nginx read by Traefik: $point',
      async ({ at, request, nginx, traefik }) => {
        const { host, namespace: own } = placeOfDifference(at);
        const session = request.session && `${own}/${request.session}`;
        const asked = { path: '/', ...request, host, session };
        const inPlace = (text: string) => text.replace(/\b[a-z]+\b/g, (service) => `${own}/${service}:80`);
        expect(told(routerFor('ingress-nginx').route(asked))).toBe(inPlace(nginx));
        expect(told(routerFor('traefik-ingress-nginx').route(asked))).toBe(inPlace(traefik));
        const cookies = session === undefined ? [] : await sessionOf(host, `${session}:80`);
        expect(reached((await send(asked, cookies)).from)).toBe(inPlace(traefik));
      },
    );

    test('how often the standard itself says something else than Traefik does is counted', () => {
      for (const name of NAMES.filter((one) => one !== DIALECTS[one].reading)) {
        const requests = sitesOf(name).flatMap((site) => site.requests);
        const both = requests.map((request) =>
          [name, DIALECTS[name].reading].map((one) => told(routerFor(one).route(request))),
        );
        const same = both.filter(([one, other]) => one === other).length;
        process.stdout.write(
          `${name}: ${same} of ${requests.length} generated requests mean the same by its own rules and by Traefik's\n`,
        );
        expect(same).toBeLessThan(requests.length);
      }
    });
  },
  noTraefik(),
);

/** Asks until a Service answers, and gives the cookies that it set. */
async function sessionOf(host: string, wanted: string): Promise<readonly string[]> {
  for (let tries = 0; tries < 200; tries++) {
    const { from, cookies } = await send({ host, path: '/' });
    if (reached(from) === wanted && cookies.length > 0) return cookies;
  }
  throw new Error(`${wanted} set no cookie`);
}
