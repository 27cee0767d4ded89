import { Testing } from 'cdk8s';
import fc from 'fast-check';
import { CanaryIngress, type CanaryIngressProps } from '../../../lib/constructs/traffic/canary-ingress';
import type { IngressProvider } from '../../../lib/kubernetes/ingress-provider';
import type { Manifest } from '../../../lib/kubernetes/manifest';
import { re2Expression } from '../../../lib/simulators/canary/expression';
import { expressionSamples } from '../../../lib/simulators/canary/expression-samples';
import type { Provider } from '../../../lib/simulators/canary/providers';
import { sameAnswer } from '../../../lib/simulators/canary/same-answer';
import { ingress, manifestsOf, nginx } from '../../support/routes';

const VIA: Readonly<Record<string, { readonly via: IngressProvider; readonly provider: Provider }>> = {
  nginx: {
    via: { provider: 'ingress-nginx', className: 'nginx', controllerNamespace: 'x' },
    provider: 'ingress-nginx',
  },
  gateway: {
    via: {
      provider: 'gateway-api',
      gateway: { name: 'public', namespace: 'gateways' },
      controllerNamespace: 'x',
      headerRegularExpressions: true,
      pathRegularExpressions: true,
    },
    provider: 'gateway-api',
  },
  traefik: {
    via: {
      provider: 'traefik',
      entryPoints: { http: 'web', https: 'websecure' },
      controllerNamespace: 'x',
      allowCrossNamespace: false,
    },
    provider: 'traefik',
  },
};

type Intent = Omit<CanaryIngressProps, 'via'>;

/** The objects of one intent in one dialect. */
function dialect(name: string, intent: Intent): { readonly manifests: Manifest[]; readonly provider: Provider } {
  const { via, provider } = VIA[name] ?? {};
  if (!via || !provider) throw new Error(name);
  const chart = Testing.chart();
  new CanaryIngress(chart, 'Hello', { via, ...intent });
  return { manifests: Testing.synth(chart) as Manifest[], provider };
}

const stable = { service: 'stable', port: 80 };
const backend = { service: 'next', port: 80 };

const INTENTS: Readonly<Record<string, Intent>> = {
  weight: { hosts: ['a.example.com'], stable, canary: { backend, weightPercent: 10 } },
  header: { hosts: ['a.example.com'], stable, canary: { backend, rules: [{ header: 'X-Canary' }], weightPercent: 20 } },
  value: {
    hosts: ['a.example.com'],
    stable,
    canary: { backend, rules: [{ header: 'X-Canary', value: 'v2' }], weightPercent: 20 },
  },
  pattern: {
    hosts: ['a.example.com'],
    stable,
    canary: { backend, rules: [{ header: 'X-Canary', pattern: '^v[0-9]+$' }] },
  },
  cookie: { hosts: ['a.example.com'], stable, canary: { backend, rules: [{ cookie: 'try' }], weightPercent: 20 } },
  everything: {
    hosts: ['a.example.com', '*.b.example.com'],
    paths: [
      { path: '/', type: 'Prefix' },
      { path: '/api', type: 'Prefix' },
      { path: '/api/own', type: 'Prefix', backend: { service: 'own', port: 80 } },
    ],
    stable,
    canary: { backend, rules: [{ header: 'X-Canary' }, { cookie: 'try' }], weightPercent: 35 },
  },
};

const COOKIE = { cookie: 'try' };
const RULES = { backend, rules: [{ header: 'X-Canary' }, COOKIE], weightPercent: 35 };
const PATHS = [
  { path: '/', type: 'Prefix' },
  { path: '/own', type: 'Exact', backend: { service: 'own', port: 80 } },
] as const;

describe('one intent means the same in every dialect', () => {
  test.each(Object.keys(INTENTS).flatMap((name) => ['gateway', 'traefik'].map((other) => ({ name, other }))))(
    '$name: ingress-nginx and $other',
    ({ name, other }) => {
      const intent = INTENTS[name] as Intent;
      const { tried, disagreements } = sameAnswer(dialect('nginx', intent), dialect(other, intent));
      // stars of ingress-nginx stand for one label, those of Gateway API for any number
      const own = disagreements.filter(({ request }) => request.host !== 'two.one.b.example.com');
      expect(own).toEqual([]);
      expect(disagreements.length > 0).toBe(name === 'everything' && other === 'gateway');
      expect(tried).toBeGreaterThanOrEqual(6);
    },
  );
});

describe('what is not the same is found', () => {
  const intent: Intent = {
    hosts: ['a.example.com', 'b.example.com'],
    paths: PATHS,
    stable,
    canary: RULES,
  };
  const changed = (other: Partial<Intent>) =>
    sameAnswer(dialect('nginx', intent), dialect('traefik', { ...intent, ...other })).disagreements;

  test.each`
    change                                                                                         | because
    ${{ canary: { ...RULES, weightPercent: 34 } }}                                                 | ${'another weight'}
    ${{ canary: { ...RULES, rules: [{ header: 'X-Other' }, COOKIE] } }}                            | ${'another header'}
    ${{ canary: { ...RULES, rules: [{ header: 'X-Canary', value: 'v2' }, COOKIE] } }}              | ${'a value where there was none'}
    ${{ canary: { ...RULES, rules: [{ header: 'X-Canary' }] } }}                                   | ${'no cookie'}
    ${{ hosts: ['a.example.com'] }}                                                                | ${'a host less'}
    ${{ paths: PATHS.slice(0, 1) }}                                                                | ${'a path less'}
    ${{ paths: [...PATHS, { path: '/x', type: 'Exact', backend: { service: 'own', port: 80 } }] }} | ${'a path more'}
    ${{ stable: { service: 'other', port: 80 } }}                                                  | ${'another Service'}
    ${{ stable: { service: 'stable', port: 81 } }}                                                 | ${'another port'}
  `('$because', ({ change }) => expect(changed(change).length).toBeGreaterThan(0));

  test('with the request, and both answers with their reasons', () => {
    const [first] = changed({ canary: { ...RULES, weightPercent: 0 } });
    expect(first?.request).toMatchObject({ host: 'a.example.com', method: 'GET' });
    expect(first?.answers.map(({ shares, why }) => [shares.length, why.length > 0])).toEqual([
      [2, true],
      [1, true],
    ]);
  });

  test('a rule that only upper case, a slash, or a longer path tells apart', () => {
    const exact = manifestsOf(
      '{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a, namespace: prod}, spec: {rules: [{host: a.example.com, http: {paths: [{path: /a, pathType: Exact, backend: {service: {name: stable, port: {number: 80}}}}]}}]}}',
    );
    const of = (manifests: readonly Manifest[]) => ({ manifests, provider: 'ingress-nginx' as const });
    const differing = (other: Manifest) =>
      sameAnswer(of(exact), of([other])).disagreements.map(({ request }) => request.path);
    expect(differing(ingress({ paths: [['/a', 'stable']] }))).toContain('/a/below');
    expect(differing(ingress({ paths: [['/a', 'stable', 'ImplementationSpecific']] }))).toContain('/abeside');
    expect(
      differing(ingress({ paths: [['/a', 'stable', 'Exact']], annotations: nginx({ 'use-regex': 'true' }) })),
    ).toContain('/A');
  });
});

test('what the samples of an expression say, it takes', () => {
  const part = fc.constantFrom('a', '[b-d]', '[^x]', '\\d', '\\.', '.', '(e|fg)', '(?:h|i)?', '(j)', 'k{2}', 'l{1,2}');
  const times = fc.constantFrom('', '?', '*', '+');
  const expression = fc.array(fc.tuple(part, times), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(expression, (parts) => {
      const pattern = `^${parts.map(([one, how]) => (/[?}]$/.test(one) ? one : one + how)).join('')}$`;
      const samples = expressionSamples(pattern);
      expect(samples.length).toBeGreaterThan(0);
      for (const sample of samples)
        expect([pattern, sample, re2Expression(pattern)?.found(sample)]).toEqual([pattern, sample, true]);
    }),
    { numRuns: 200 },
  );
});
