import fc from 'fast-check';
import type { Manifest } from '../../lib/kubernetes/manifest';
import type { HttpRequest } from '../../lib/simulators/canary/http-request';

/** Routes on a host of their own, and requests that have to do with them. */
export interface GeneratedSite {
  readonly host: string;
  readonly manifests: readonly Manifest[];
  /** Services that they send to. */
  readonly services: readonly string[];
  readonly requests: readonly HttpRequest[];
}

/** What sites of one dialect are made with. */
export interface Generation {
  readonly namespace: string;
  readonly domain: string;
  readonly sites: number;
  readonly requests: number;
  readonly seed: number;
}

const PATHS = ['/', '/a', '/a/b', '/a/', '/api', '/api/v1', '/A', '/a.b'] as const;
const ASKED = [
  '/',
  '/a',
  '/a/',
  '/a/b',
  '/a/b/c',
  '/ab',
  '/api',
  '/api/',
  '/api/v1',
  '/api/v1/x',
  '/apis',
  '/A',
  '/a.b',
  '/axb',
  '//a',
  '/a//b',
  '/x/../api',
  '/%61',
  '/api?q=1',
  '/a?q=2&q=1',
  '/?q',
  '/a1',
];
const HEADERS = ['X-Canary', 'x-user', 'X-Team'] as const;
const VALUES = ['always', 'never', 'v1', 'v12', 'beta-v1', 'Always', 'x'] as const;
const PATTERNS = ['v[0-9]+', '^v[0-9]$', '(?i)ALWAYS', 'a|b', '^$', '[^x]'] as const;
const COOKIES = [
  'try=always',
  'try=never',
  'a=b; try=always',
  'try=always; a=b',
  'nottry=always',
  'try=alwaysnot',
  'TRY=always',
  'try=x',
];
const METHODS = ['GET', 'POST', 'PUT'] as const;
const SERVICES = ['s0', 's1', 's2', 's3'] as const;

const header = fc.constantFrom(...HEADERS);
const value = fc.constantFrom(...VALUES);
const service = fc.constantFrom(...SERVICES);
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

function requestTo(host: string): fc.Arbitrary<HttpRequest> {
  return fc.record({
    host: fc.oneof(
      { weight: 8, arbitrary: fc.constant(host) },
      { weight: 1, arbitrary: fc.constantFrom(`x.${host}`, `x.y.${host}`, host.toUpperCase()) },
    ),
    path: fc.constantFrom(...ASKED),
    method: fc.oneof(
      { weight: 4, arbitrary: fc.constant('GET') },
      { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
    ),
    headers: fc
      .record({ sent: fc.dictionary(header, value, { maxKeys: 2 }), cookie: some(fc.constantFrom(...COOKIES)) })
      .map(({ sent, cookie }) => ({ ...sent, ...(cookie === undefined ? {} : { Cookie: cookie }) })),
  });
}

function meta(
  kind: string,
  apiVersion: string,
  { name, namespace, annotations }: { name: string; namespace: string; annotations?: Record<string, string> },
): Pick<Manifest, 'apiVersion' | 'kind' | 'metadata'> {
  return {
    apiVersion,
    kind,
    metadata: { name, namespace, labels: { environment: 'routes' }, ...(annotations ? { annotations } : {}) },
  };
}

/** Sites of one dialect, always the same for the same seed. */
function sites(
  { domain, sites: count, requests, seed }: Generation,
  make: (host: string, name: string) => fc.Arbitrary<{ manifests: Manifest[]; services: readonly string[] }>,
): GeneratedSite[] {
  return Array.from({ length: count }, (_, at) => {
    const host = `s${at}.${domain}`;
    const [made] = fc.sample(make(host, `s${at}`), { seed: seed + at, numRuns: 1 });
    if (!made) throw new Error('nothing was generated');
    return { host, ...made, requests: fc.sample(requestTo(host), { seed: seed + at, numRuns: requests }) };
  });
}

/** HTTPRoutes: hosts with and without a star, all types of matches, weights, redirects. */
export function gatewaySites(generation: Generation): GeneratedSite[] {
  const { namespace } = generation;
  const typed = <T extends string>(values: readonly T[], patterns: readonly T[]) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ type: fc.constant('Exact'), value: fc.constantFrom(...values) }) },
      {
        weight: 1,
        arbitrary: fc.record({ type: fc.constant('RegularExpression'), value: fc.constantFrom(...patterns) }),
      },
    );
  const path = fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.constant('PathPrefix'), value: fc.constantFrom('/', ...PATHS) }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('Exact'), value: fc.constantFrom(...PATHS) }) },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('RegularExpression'), value: fc.constantFrom('^/a[0-9]$', '/v[0-9]+') }),
    },
  );
  const named = fc
    .record({ name: header, typed: typed<string>(VALUES, PATTERNS) })
    .map(({ name, typed: one }) => ({ name, ...one }));
  const query = fc.record({
    type: fc.constant('Exact'),
    name: fc.constant('q'),
    value: fc.constantFrom('1', '2'),
  });
  const match = fc.oneof(
    { weight: 3, arbitrary: fc.record({ path: some(path) }) },
    { weight: 2, arbitrary: fc.record({ path: some(path), headers: fc.tuple(named) }) },
    { weight: 1, arbitrary: fc.record({ path, method: fc.constantFrom(...METHODS) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        path: some(path),
        headers: fc.uniqueArray(named, { maxLength: 3, selector: ({ name }) => name }),
        queryParams: fc.array(query, { maxLength: 1 }),
      }),
    },
  );
  const backendRefs = fc
    .uniqueArray(fc.record({ name: service, port: fc.constant(80), weight: fc.constantFrom(0, 1, 3, 9) }), {
      minLength: 1,
      maxLength: 3,
      selector: ({ name }) => name,
    })
    .filter((refs) => refs.some(({ weight }) => weight > 0));
  const redirect = { filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] };
  const rule = fc
    .record({
      matches: fc.array(match, { minLength: 1, maxLength: 2 }),
      refs: backendRefs,
      redirects: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ matches, refs, redirects }) => ({ matches, ...(redirects === 0 ? redirect : { backendRefs: refs }) }));
  return sites(generation, (host, name) =>
    fc
      .array(
        fc.record({
          hostnames: fc.constantFrom([host], [`*.${host}`], [host, `*.${host}`]),
          rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .map((routes) => ({
        services: SERVICES,
        manifests: routes.map(({ hostnames, rules }, at) => ({
          ...meta('HTTPRoute', 'gateway.networking.k8s.io/v1', { name: `${name}-${at}`, namespace }),
          spec: { parentRefs: [{ name: 'public', namespace: 'gateways' }], hostnames, rules: withoutNothing(rules) },
        })),
      })),
  );
}

/** IngressRoutes with rules of every matcher, joined and turned around; priorities; services in services. */
export function traefikSites(generation: Generation): GeneratedSite[] {
  const { namespace } = generation;
  const call = (matcher: string, ...values: string[]) => `${matcher}(${values.map((one) => `\`${one}\``).join(', ')})`;
  const leaf = fc.oneof(
    fc.constantFrom(...PATHS).map((one) => call('Path', one)),
    fc.constantFrom(...PATHS).map((one) => call('PathPrefix', one)),
    fc.constantFrom('^/a[0-9]?$', '/v[0-9]', '(?i)^/API').map((one) => call('PathRegexp', one)),
    fc.constantFrom('GET', 'post').map((one) => call('Method', one)),
    fc.tuple(header, value).map(([name, one]) => call('Header', name, one)),
    fc.tuple(header, fc.constantFrom(...PATTERNS)).map(([name, one]) => call('HeaderRegexp', name, one)),
    fc.constantFrom('always', 'never').map((one) => call('HeaderRegexp', 'Cookie', `(^|;\\s*)try=${one}(;|$)`)),
    fc.constantFrom('1', '2').map((one) => call('Query', 'q', one)),
  );
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      { weight: 3, arbitrary: leaf },
      { weight: 1, arbitrary: fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a} && ${b})`) },
      { weight: 1, arbitrary: fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a} || ${b})`) },
      { weight: 1, arbitrary: tie('expression').map((one) => `!${one}`) },
    ),
  }));
  const kubernetes = fc.record({ name: service, port: fc.constant(80), weight: fc.constantFrom(1, 2, 7) });
  return sites(generation, (host, name) => {
    const hosts = fc.constantFrom(
      call('Host', host),
      call('Host', `*.${host}`),
      call('HostRegexp', `^x\\.y\\.${host.replace(/\./g, '\\.')}$`),
      `(${call('Host', host)} || ${call('Host', `x.${host}`)})`,
    );
    const services = fc.oneof(
      { weight: 3, arbitrary: fc.tuple(kubernetes).map(([one]) => [one]) },
      { weight: 1, arbitrary: fc.uniqueArray(kubernetes, { minLength: 2, maxLength: 3, selector: (one) => one.name }) },
      { weight: 1, arbitrary: fc.constant([{ kind: 'TraefikService', name: `${name}-division` }]) },
    );
    const route = fc
      .record({
        of: fc.oneof({ weight: 3, arbitrary: fc.constant(call('Host', host)) }, { weight: 1, arbitrary: hosts }),
        rest: expression,
        services,
        priority: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined, freq: 2 }),
      })
      .map(({ of, rest, ...others }) => ({ kind: 'Rule', match: `${of} && ${rest}`, ...others }));
    const division = fc.tuple(kubernetes, kubernetes, kubernetes).map(([a, b, c]) => [
      {
        ...meta('TraefikService', 'traefik.io/v1alpha1', { name: `${name}-division`, namespace }),
        spec: {
          weighted: {
            services: [
              { kind: 'TraefikService', name: `${name}-inner`, weight: 3 },
              { ...a, weight: 1 },
            ],
          },
        },
      },
      {
        ...meta('TraefikService', 'traefik.io/v1alpha1', { name: `${name}-inner`, namespace }),
        spec: { weighted: { services: [b, { ...c, weight: 0 }] } },
      },
    ]);
    return fc
      .tuple(fc.array(fc.array(route, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 2 }), division)
      .map(([all, divisions]) => ({
        services: SERVICES,
        manifests: [
          ...all.map((routes, at) => ({
            ...meta('IngressRoute', 'traefik.io/v1alpha1', { name: `${name}-${at}`, namespace }),
            spec: { entryPoints: ['web'], routes: withoutNothing(routes) },
          })),
          ...divisions,
        ],
      }));
  });
}

const PREFIX = 'nginx.ingress.kubernetes.io/';

/** Ingresses with annotations of ingress-nginx: types of paths, regular expressions, and canaries with every rule. */
export function nginxSites(generation: Generation): GeneratedSite[] {
  const { namespace } = generation;
  const number = fc.constantFrom('0', '1', '50', '100', '150', '-5', '10%', '1000');
  const canary = fc.record({
    canary: fc.constantFrom('true', 'true', 'true', 'True', 'false'),
    'canary-by-header': some(header),
    'canary-by-header-value': fc.option(value, { nil: undefined, freq: 2 }),
    'canary-by-header-pattern': fc.option(fc.constantFrom(...PATTERNS), { nil: undefined, freq: 2 }),
    'canary-by-cookie': some(fc.constant('try')),
    'canary-weight': some(number),
    'canary-weight-total': fc.option(number, { nil: undefined, freq: 3 }),
  });
  const kinds = fc.constantFrom('Prefix', 'Exact', 'ImplementationSpecific');
  return sites(generation, (host, name) => {
    const paths = fc.uniqueArray(
      fc.record({
        path: fc.constantFrom(...PATHS),
        pathType: kinds,
        service: fc.constantFrom('stable', 'stable', 'other'),
      }),
      { minLength: 1, maxLength: 4, selector: ({ path, pathType }) => `${path} ${pathType}` },
    );
    return fc
      .record({
        paths,
        canary,
        canaried: fc.integer({ min: 1, max: 15 }),
        expressions: fc.integer({ min: 0, max: 4 }),
        astray: fc.boolean(),
        rest: fc.integer({ min: 0, max: 4 }),
        star: fc.integer({ min: 0, max: 5 }),
      })
      .map(({ paths: all, canary: notes, canaried, expressions, astray, rest, star }) => {
        const own = (one: string) => `${name}-${one}`;
        const hosts = star === 0 ? [host, `*.${host}`] : [host];
        const backend = (one: string) => ({ service: { name: own(one), port: { number: 80 } } });
        const ruleOf = (some: typeof all, to?: string) =>
          hosts.map((of) => ({
            host: of,
            http: {
              paths: some.map(({ path, pathType, service: one }) => ({ path, pathType, backend: backend(to ?? one) })),
            },
          }));
        const chosen = all.filter((_, at) => canaried & (1 << at));
        const next = [
          ...(chosen.length > 0 ? chosen : all),
          ...(astray ? [{ path: '/nowhere' as '/', pathType: 'Prefix' as const, service: 'stable' as const }] : []),
        ];
        return {
          services: ['stable', 'other', 'next', 'rest'].map(own),
          manifests: [
            {
              ...meta('Ingress', 'networking.k8s.io/v1', {
                name,
                namespace,
                annotations: expressions === 0 ? { [`${PREFIX}use-regex`]: 'true' } : {},
              }),
              spec: {
                ingressClassName: 'nginx',
                rules: ruleOf(all),
                ...(rest === 0 ? { defaultBackend: backend('rest') } : {}),
              },
            },
            {
              ...meta('Ingress', 'networking.k8s.io/v1', {
                name: own('canary'),
                namespace,
                annotations: prefixed(notes.canary === 'false' ? { canary: 'true' } : notes),
              }),
              spec: { ingressClassName: 'nginx', rules: ruleOf(next, 'next') },
            },
          ],
        };
      });
  });
}

function prefixed(notes: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(notes).flatMap(([name, one]) => (one === undefined ? [] : [[PREFIX + name, one]])),
  );
}

/** The same without keys that have no value: JSON has none either. */
function withoutNothing<T>(given: T): T {
  return JSON.parse(JSON.stringify(given)) as T;
}
