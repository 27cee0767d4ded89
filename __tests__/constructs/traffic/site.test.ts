import { siteName, sitesOf, sitesWithDefaultRoute } from '../../../lib/constructs/traffic/site';
import type { TrafficIntent } from '../../../lib/constructs/traffic/traffic-intent';

const stable = { service: 'orders', port: 8001 };
const cart = { service: 'cart', port: 'api' };
const root = { path: '/', type: 'Prefix' } as const;
const only = (host: string) => ({ path: '/cart', type: 'Exact', hosts: [host], backend: cart }) as const;

function intentOf(props: Partial<TrafficIntent>): TrafficIntent {
  return { hosts: ['a.test', 'b.test', 'c.test'], paths: [root], stable, ...props };
}

test('hosts with the same paths are one site', () => {
  const route = { path: '/', type: 'Prefix', backend: stable, canaried: false };
  expect(sitesOf(intentOf({}))).toEqual([{ hosts: ['a.test', 'b.test', 'c.test'], routes: [route] }]);
});

test('a path of one host makes a site of it', () => {
  const sites = sitesOf(intentOf({ paths: [root, only('b.test')] }));
  expect(sites.map(({ hosts, routes }) => [hosts, routes.map(({ path }) => path)])).toEqual([
    [['a.test', 'c.test'], ['/']],
    [['b.test'], ['/', '/cart']],
  ]);
});

test('every host is a site without hosts', () => {
  expect(sitesOf(intentOf({ hosts: 'every' }))).toMatchObject([{ hosts: [], routes: [{ backend: stable }] }]);
});

test.each`
  backend                               | canaried
  ${undefined}                          | ${true}
  ${stable}                             | ${true}
  ${{ ...stable, port: 8002 }}          | ${false}
  ${{ ...stable, namespace: 'abroad' }} | ${false}
  ${cart}                               | ${false}
`('the canary has its share where the stable Service answers: of $backend $canaried', ({ backend, canaried }) => {
  const canary = { backend: { service: 'next', port: 1 }, weightPercent: 5 };
  expect(sitesOf(intentOf({ paths: [{ ...root, backend }], canary }))).toMatchObject([{ routes: [{ canaried }] }]);
});

test('a default backend is one more route of every site, for every path', () => {
  const sites = sitesWithDefaultRoute(
    intentOf({ paths: [only('a.test'), { ...only('b.test'), path: '/x' }], defaultBackend: stable }),
  );
  expect(sites.map(({ routes }) => routes.at(-1))).toEqual(
    Array(3).fill({ path: '/', type: 'Prefix', backend: stable, canaried: false }),
  );
});

test.each`
  at   | hosts                   | name
  ${0} | ${['a.test']}           | ${'front'}
  ${1} | ${['b.test', 'c.test']} | ${'front-b-test'}
  ${2} | ${['*.shop.test']}      | ${'front-wildcard-shop-test'}
`('site $at of $hosts is called $name', ({ at, hosts, name }) => {
  expect(siteName('front', at, { hosts, routes: [] })).toBe(name);
});
