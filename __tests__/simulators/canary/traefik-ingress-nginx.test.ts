import type { Manifest } from '../../../lib/kubernetes/manifest';
import type { HttpRequest } from '../../../lib/simulators/canary/http-request';
import { routerOf } from '../../../lib/simulators/canary/router-of';
import { ingress, nginx, told } from '../../support/routes';

const canary = (notes: Readonly<Record<string, string | number>>, given: Parameters<typeof ingress>[0] = {}) =>
  ingress({ name: 'hello-canary', paths: [['/', 'next']], annotations: nginx({ canary: 'true', ...notes }), ...given });

/** What ingress-nginx does, and what Traefik does with the same objects. */
function both(all: readonly Manifest[], request: Partial<HttpRequest> = {}): [string, string] {
  const [one, other] = (['ingress-nginx', 'traefik-ingress-nginx'] as const).map((provider) =>
    told(routerOf(all, provider).route({ host: 'a.example.com', path: '/', ...request })),
  );
  return [one ?? '', other ?? ''];
}

const HEADER = { 'canary-by-header': 'X-Canary' };
const [stable, next] = ['prod/stable:80', 'prod/next:80'];
const half = 'prod/stable:80 50, prod/next:80 50';

describe('what both do', () => {
  test.each`
    notes                                                                              | request                                                             | who
    ${{ 'canary-weight': 50 }}                                                         | ${{}}                                                               | ${half}
    ${{ 'canary-weight': 50, 'canary-weight-total': 50 }}                              | ${{}}                                                               | ${half}
    ${{ 'canary-weight': 150 }}                                                        | ${{}}                                                               | ${next}
    ${{ 'canary-weight': -5 }}                                                         | ${{}}                                                               | ${stable}
    ${{ 'canary-weight': '10%' }}                                                      | ${{}}                                                               | ${stable}
    ${{ ...HEADER, 'canary-weight': 50 }}                                              | ${{ headers: { 'X-Canary': 'always' } }}                            | ${next}
    ${{ ...HEADER, 'canary-weight': 50 }}                                              | ${{ headers: { 'X-Canary': 'never' } }}                             | ${stable}
    ${{ ...HEADER, 'canary-weight': 50 }}                                              | ${{ headers: { 'X-Canary': 'x' } }}                                 | ${half}
    ${{ ...HEADER, 'canary-by-header-value': 'v2', 'canary-weight': 50 }}              | ${{ headers: { 'X-Canary': 'never' } }}                             | ${half}
    ${{ ...HEADER, 'canary-by-header-value': 'v2', 'canary-by-header-pattern': '.*' }} | ${{ headers: { 'X-Canary': 'v1' } }}                                | ${stable}
    ${{ ...HEADER, 'canary-by-header-pattern': 'v[0-9]' }}                             | ${{ headers: { 'X-Canary': 'a-v1-b' } }}                            | ${next}
    ${{ ...HEADER, 'canary-by-cookie': 'try' }}                                        | ${{ headers: { 'X-Canary': 'never' }, cookies: { try: 'always' } }} | ${stable}
    ${{ ...HEADER, 'canary-by-cookie': 'try' }}                                        | ${{ headers: { 'X-Canary': 'x' }, cookies: { try: 'always' } }}     | ${next}
    ${{ ...HEADER, 'canary-by-cookie': 'try', 'canary-weight': 50 }}                   | ${{ headers: { 'X-Canary': 'always' }, cookies: { try: 'never' } }} | ${next}
    ${{ 'canary-by-cookie': 'try', 'canary-weight': 50 }}                              | ${{ cookies: { try: 'never' } }}                                    | ${stable}
  `('$notes with $request: $who', ({ notes, request, who }) => {
    expect(both([ingress(), canary(notes)], request)).toEqual([who, who]);
  });

  test('a canary of one path is one of all that send to the same Service', () => {
    const all = [
      ingress(),
      ingress({ name: 'other', host: 'b.example.com', paths: [['/x', 'stable']] }),
      canary({ 'canary-weight': 100 }),
    ];
    expect(both(all, { host: 'b.example.com', path: '/x' })).toEqual([next, next]);
  });
});

/** @source github.com/traefik/traefik/v3@3.7.5 pkg/provider/kubernetes/ingress-nginx/build.go, translator.go */
describe('what Traefik does otherwise', () => {
  const sticky = ingress({ annotations: nginx({ affinity: 'cookie' }) });
  const always = { headers: { 'X-Canary': 'always' } };

  test.each`
    point                                              | all                                                                                                       | request                                                       | nginxSays      | traefikSays
    ${'a header comes before a session'}               | ${[sticky, canary({ ...HEADER, 'canary-weight': 50 })]}                                                   | ${{ ...always, session: 'prod/stable' }}                      | ${stable}      | ${next}
    ${'"never" comes before a session'}                | ${[sticky, canary({ ...HEADER, 'canary-weight': 50 })]}                                                   | ${{ headers: { 'X-Canary': 'never' }, session: 'prod/next' }} | ${next}        | ${stable}
    ${'affinity-canary-behavior is not read'}          | ${[sticky, canary({ 'canary-weight': 50, 'affinity-canary-behavior': 'legacy' })]}                        | ${{ session: 'prod/next' }}                                   | ${half}        | ${next}
    ${'a session of weight 0 is not kept'}             | ${[sticky, canary({ 'canary-weight': 0 })]}                                                               | ${{ session: 'prod/next' }}                                   | ${next}        | ${stable}
    ${'a canary of another namespace is none'}         | ${[ingress(), canary({ 'canary-weight': 100 }, { namespace: 'x' })]}                                      | ${{}}                                                         | ${'x/next:80'} | ${stable}
    ${'signs of values are not checked'}               | ${[ingress(), canary({ ...HEADER, 'canary-by-header-value': 'a@b' })]}                                    | ${{ headers: { 'X-Canary': 'a@b' } }}                         | ${stable}      | ${next}
    ${'nor those of patterns'}                         | ${[ingress(), canary({ ...HEADER, 'canary-by-header-pattern': 'v{1,3}$' })]}                              | ${{ headers: { 'X-Canary': 'vv' } }}                          | ${stable}      | ${next}
    ${'patterns are of Go: what PCRE alone has'}       | ${[ingress(), canary({ ...HEADER, 'canary-by-header-pattern': '(?=b)b$' })]}                              | ${{ headers: { 'X-Canary': 'ab' } }}                          | ${next}        | ${stable}
    ${'a broken pattern leaves the weight'}            | ${[ingress(), canary({ ...HEADER, 'canary-by-header-pattern': '[', 'canary-weight': 100 })]}              | ${{ headers: { 'X-Canary': 'v' } }}                           | ${stable}      | ${next}
    ${'names of cookies have a case'}                  | ${[ingress(), canary({ 'canary-by-cookie': 'try' })]}                                                     | ${{ cookies: { TRY: 'always' } }}                             | ${next}        | ${stable}
    ${'an own type of path is whole segments'}         | ${[ingress({ paths: [['/own', 'stable', 'ImplementationSpecific']] })]}                                   | ${{ path: '/ownership' }}                                     | ${stable}      | ${'404'}
    ${'a prefix with a longer rule overtakes exact'} | ${[ingress({ paths: [['/a', 'next'], ['/a/b', 'stable', 'Exact']] })]} | ${{ path: '/a/b' }} | ${stable} | ${next}
    ${'an exact path stays one beside expressions'}    | ${[ingress({ paths: [['/a', 'stable', 'Exact']], annotations: nginx({ 'use-regex': 'true' }) })]}         | ${{ path: '/ab' }}                                            | ${stable}      | ${'404'}
    ${'a path for every host is one of each host too'} | ${[ingress({ paths: [['/a', 'stable']] }), ingress({ name: 'every', host: '', paths: [['/', 'next']] })]} | ${{ path: '/b' }}                                             | ${'404'}       | ${next}
  `('$point', ({ all, request, nginxSays, traefikSays }) => {
    expect(both(all, request)).toEqual([nginxSays, traefikSays]);
  });

  test('of two canaries on different paths of one Service the last counts, not the oldest', () => {
    const main = ingress({
      paths: [
        ['/', 'stable'],
        ['/x', 'stable'],
      ],
    });
    const old = canary({ 'canary-weight': 100 }, { created: '2026-01-01T00:00:00Z' });
    const young = canary(
      { 'canary-weight': 100 },
      { name: 'young', paths: [['/x', 'later']], created: '2026-01-02T00:00:00Z' },
    );
    expect(both([main, old, young])).toEqual([next, 'prod/later:80']);
  });

  test('canary: "1" is true to Go, and not to Traefik, to which it is an ordinary Ingress', () => {
    const all = [ingress(), canary({ canary: '1', 'canary-weight': 100 })];
    expect(both(all)[0]).toBe(next);
    const { why } = routerOf(all, 'traefik-ingress-nginx').route({ host: 'a.example.com', path: '/' });
    expect(why.map(({ verdict }) => verdict)).toEqual(['takes', 'either']);
  });

  test('which of two Ingresses with the same path answers is open', () => {
    const all = [ingress(), ingress({ name: 'b', paths: [['/', 'next']] })];
    const { why } = routerOf(all, 'traefik-ingress-nginx').route({ host: 'a.example.com', path: '/' });
    expect(why.map(({ verdict }) => verdict)).toEqual(['takes', 'either']);
  });
});
