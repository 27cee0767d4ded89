import type { Manifest } from '../../../lib/kubernetes/manifest';
import type { HttpRequest } from '../../../lib/simulators/canary/http-request';
import { routerOf } from '../../../lib/simulators/canary/router-of';
import { NGINX_DIFFERENCES } from '../../support/nginx-differences';
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

describe('what Traefik does otherwise', () => {
  const PLACE = { host: 'a.example.com', namespace: 'prod' };
  const inPlace = (text: string) => text.replace(/\b[a-z]+\b/g, (name) => `prod/${name}:80`);

  test.each(NGINX_DIFFERENCES)('$point', ({ manifests, request, nginx: nginxSays, traefik: traefikSays }) => {
    const session = request.session && `prod/${request.session}`;
    expect(both(manifests(PLACE), { ...request, session })).toEqual([inPlace(nginxSays), inPlace(traefikSays)]);
  });

  test('a canary of another namespace is none', () => {
    const all = [ingress(), canary({ 'canary-weight': 100 }, { namespace: 'x' })];
    expect(both(all)).toEqual(['x/next:80', stable]);
  });

  test('a path for every host is one of each host too', () => {
    const all = [ingress({ paths: [['/a', 'stable']] }), ingress({ name: 'every', host: '', paths: [['/', 'next']] })];
    expect(both(all, { path: '/b' })).toEqual(['404', next]);
  });

  test('a session of weight 0 is not kept', () => {
    const all = [ingress({ annotations: nginx({ affinity: 'cookie' }) }), canary({ 'canary-weight': 0 })];
    expect(both(all, { session: 'prod/next' })).toEqual([next, stable]);
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
