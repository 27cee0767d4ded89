import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../../lib/kubernetes/manifest';
import type { Share } from '../../../lib/simulators/canary/answer';
import { percentOf } from '../../../lib/simulators/canary/fraction';
import type { HttpRequest } from '../../../lib/simulators/canary/http-request';
import { readNginxCanary } from '../../../lib/simulators/canary/nginx/nginx-canary';
import { routerOf } from '../../../lib/simulators/canary/router-of';
import { ingress, nginx, told } from '../../support/routes';

const FILE = join(__dirname, '../../../../shared/upstream/canary-ingress-nginx.json');
const skipped = existsSync(FILE) ? undefined : 'no ../shared/upstream beside this checkout';

interface Policy {
  readonly weight: number | null;
  readonly weightTotal: number | null;
  readonly header: string | null;
  readonly headerValue: string | null;
  readonly headerPattern: string | null;
  readonly cookie: string | null;
}
interface Sent {
  readonly headers: Record<string, string>;
  readonly cookies: Record<string, string>;
}
interface Case {
  readonly id: string;
  readonly title: string;
  readonly policy: Policy;
  readonly request: Sent;
  readonly expected: 'canary' | 'stable' | 'weighted';
  readonly canaryShare?: number;
  readonly canaryBackendAttached?: boolean;
  readonly canaryBackendAvailable?: boolean;
}
interface AffinityCase extends Omit<Case, 'request'> {
  readonly stableAffinity?: { readonly affinity: string; readonly 'session-cookie-name': string };
  readonly canaryBehavior?: string | null;
  readonly state?: { readonly affinitizedTo: 'stable' | 'canary' };
  readonly steps?: readonly (Pick<Case, 'request' | 'expected' | 'canaryShare'> & { setsAffinityCookie?: boolean })[];
}
interface Upstream {
  readonly cases: readonly Case[];
  readonly derived: readonly Case[];
  readonly affinityCases: readonly AffinityCase[];
  readonly topologyCases: readonly { readonly id: string; readonly title: string }[];
  readonly annotationCases: readonly {
    readonly id: string;
    readonly title: string;
    readonly annotations: Record<string, string>;
    readonly expected: string;
  }[];
}

const EMPTY: Upstream = { cases: [], derived: [], affinityCases: [], topologyCases: [], annotationCases: [] };
const upstream: Upstream = skipped ? EMPTY : JSON.parse(readFileSync(FILE, 'utf8'));

const WORDS = {
  weight: 'canary-weight',
  weightTotal: 'canary-weight-total',
  header: 'canary-by-header',
  headerValue: 'canary-by-header-value',
  headerPattern: 'canary-by-header-pattern',
  cookie: 'canary-by-cookie',
} as const;

function canaryNotes(policy: Policy): Record<string, string | number> {
  const said = Object.entries(WORDS).flatMap(([key, name]) => {
    const value = policy[key as keyof Policy];
    return value === null || value === undefined ? [] : [[name, value] as const];
  });
  return { canary: 'true', ...Object.fromEntries(said) };
}

const service = (name: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'prod' },
  spec: { ports: [{ port: 80 }], selector: { app: name } },
});
const pods = (name: string, replicas: number): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'prod' },
  spec: {
    replicas,
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: {} },
  },
});

/** A stable Service and its canary, on one host and path. */
function releaseOf(policy: Policy, { stable = {}, canary = {}, replicas = 1, attached = true } = {}): Manifest[] {
  return [
    ingress({ annotations: nginx(stable) }),
    ingress({
      name: 'hello-canary',
      paths: [[attached ? '/' : '/elsewhere', 'canary']],
      annotations: nginx({ ...canaryNotes(policy), ...canary }),
    }),
    ...[service('stable'), service('canary'), pods('stable', 1), pods('canary', replicas)],
  ];
}

const REQUEST: HttpRequest = { host: 'a.example.com', path: '/' };

function canaryShare(shares: readonly Share[]): number {
  const canary = shares.find(({ to }) => 'service' in to && to.service === 'canary');
  expect(shares.every(({ to }) => 'service' in to)).toBe(true);
  return canary ? percentOf(canary.part) / 100 : 0;
}

const EXPECTED = { canary: 1, stable: 0 } as const;
const meant = ({ expected, canaryShare: share }: Pick<Case, 'expected' | 'canaryShare'>) =>
  expected === 'weighted' ? share : EXPECTED[expected];

(skipped ? describe.skip : describe)(`ingress-nginx's own cases${skipped ? `: ${skipped}` : ''}`, () => {
  test('all of them are here', () => {
    const { cases, derived, affinityCases, topologyCases, annotationCases } = upstream;
    const counts = [cases, derived, affinityCases, topologyCases, annotationCases].map(({ length }) => length);
    expect(counts).toEqual([47, 19, 5, 8, 8]);
  });

  test.each([...upstream.cases, ...upstream.derived])('$id $title: $expected', (one) => {
    const attached = one.canaryBackendAttached !== false;
    const replicas = one.canaryBackendAvailable === false ? 0 : 1;
    const { route } = routerOf(releaseOf(one.policy, { attached, replicas }), 'ingress-nginx');
    expect(canaryShare(route({ ...REQUEST, ...one.request }).shares)).toBe(meant(one));
  });

  test.each(upstream.affinityCases.filter(({ steps }) => steps))('$id $title', (one) => {
    const stable = { ...one.stableAffinity };
    const canary = one.canaryBehavior ? { 'affinity-canary-behavior': one.canaryBehavior } : {};
    const { route } = routerOf(releaseOf(one.policy, { stable, canary }), 'ingress-nginx');
    let session: string | undefined;
    for (const step of one.steps ?? []) {
      const { headers } = step.request;
      expect(canaryShare(route({ ...REQUEST, headers, session }).shares)).toBe(meant(step));
      if (step.setsAffinityCookie) session = 'prod/canary';
    }
  });

  test.each(upstream.affinityCases.filter(({ state }) => state))('$id $title', (one) => {
    const { route } = routerOf(releaseOf(one.policy, { stable: { affinity: 'cookie' } }), 'ingress-nginx');
    const session = `prod/${one.state?.affinitizedTo}`;
    expect(canaryShare(route({ ...REQUEST, session }).shares)).toBe(meant(one));
  });

  test.each(upstream.annotationCases)('$id $title: $expected', ({ annotations, expected }) => {
    const { canary, bad } = readNginxCanary({ annotations: nginx(annotations) });
    expect(canary !== undefined).toBe(annotations.canary === 'true');
    expect(bad.some((text) => text.includes('an ordinary Ingress'))).toBe(expected.startsWith('error'));
  });
});

/** What upstream tests of places, with its own verdicts. */
const CANARY = nginx({ canary: 'true', 'canary-by-header': 'CanaryByHeader' });
const ALWAYS = { CanaryByHeader: 'always' };
const byDefault = (name: string) => ({ rules: undefined, defaultBackend: { service: { name, port: { number: 80 } } } });
const TOPOLOGY: Readonly<Record<string, () => readonly (readonly [got: string, wanted: string])[]>> = {
  'top-01': () => [[ask([canary()], {}), '404']],
  'top-02': () => {
    const all = [
      ingress({ spec: byDefault('stable') }),
      ingress({ name: 'c', annotations: CANARY, spec: byDefault('canary') }),
    ];
    return [
      [ask(all, { host: 'any.example.com', headers: {} }), 'prod/stable:80'],
      [ask(all, { host: 'any.example.com' }), 'prod/canary:80'],
    ];
  },
  'top-03': () => [[ask([ingress({ host: 'bar' }), canary({ host: 'foo' })], { host: 'foo' }), '404']],
  'top-04': () => {
    const all = [
      ingress({ paths: [['/info', 'stable']] }),
      canary({
        paths: [
          ['/foo', 'canary'],
          ['/bar', 'canary'],
        ],
      }),
    ];
    return [
      [ask(all, { path: '/info' }), 'prod/stable:80'],
      [ask(all, { path: '/foo' }), '404'],
    ];
  },
  'top-05': () => [
    [ask([ingress(), canary()], {}), 'prod/canary:80'],
    [ask([ingress(), canary({ paths: [['/', 'canary', 'Exact']] })], {}), 'prod/stable:80'],
  ],
  'top-06': () => {
    const older = ingress({ created: '2026-01-01T00:00:00Z' });
    const younger = canary({ paths: [['/', 'stable']], created: '2026-01-02T00:00:00Z' });
    return [[ask([younger, older], {}), 'prod/stable:80']];
  },
  'top-07': () => [[ask([ingress({ host: '' }), canary({ host: '' })], { host: 'any.example.com' }), 'prod/canary:80']],
  'top-08': () => {
    const sticky = ingress({ annotations: nginx({ affinity: 'cookie' }) });
    const legacy = { ...CANARY, ...nginx({ 'affinity-canary-behavior': 'legacy' }) };
    const held = { headers: {}, session: 'prod/canary' };
    return [
      [ask([sticky, canary()], held), 'prod/canary:80'],
      [ask([sticky, canary({ annotations: legacy })], held), 'prod/stable:80'],
    ];
  },
};

function canary(given: Parameters<typeof ingress>[0] = {}): Manifest {
  return ingress({ name: 'hello-canary', paths: [['/', 'canary']], annotations: CANARY, ...given });
}

function ask(all: readonly Manifest[], request: Partial<HttpRequest>): string {
  return told(routerOf(all, 'ingress-nginx').route({ ...REQUEST, headers: ALWAYS, ...request }));
}

test.each(Object.entries(TOPOLOGY))('%s', (_, pairs) => {
  for (const [got, wanted] of pairs()) expect(got).toBe(wanted);
});

(skipped ? test.skip : test)('every case of places is one of these', () => {
  expect(Object.keys(TOPOLOGY)).toEqual(upstream.topologyCases.map(({ id }) => id));
});
