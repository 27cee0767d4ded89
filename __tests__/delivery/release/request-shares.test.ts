import { HelloService } from '../../../lib/constructs/service/hello-service';
import { requestShares } from '../../../lib/delivery/release/request-shares';
import type { IngressProvider } from '../../../lib/kubernetes/ingress-provider';
import type { Manifest } from '../../../lib/kubernetes/manifest';
import { testChart } from '../../support/chart';
import { gateway, image, nginx, size } from '../../support/samples';

const tagged = (tag: string) => ({ ...image, reference: `registry.internal:5000/shop/orders:${tag}` });

/** Objects of a service with a canary of so many percent, or without one. */
function objectsOf(via: IngressProvider, percent?: number): Manifest[] {
  const chart = testChart();
  const canary = percent === undefined ? undefined : { image: tagged('v2'), weightPercent: percent };
  const ingress = { via, hosts: ['orders.test'], paths: [{ path: '/api', type: 'Prefix' as const }] };
  new HelloService(chart, 'Orders', { image: tagged('v1'), size, canary, ingress });
  return chart.toJson();
}

const told = (shares: ReturnType<typeof requestShares>) =>
  shares.map(({ request, before, after }) => [request, Object.fromEntries(before), Object.fromEntries(after)]);

test.each`
  via        | provider
  ${nginx}   | ${'ingress-nginx'}
  ${gateway} | ${'gateway-api'}
`('by $provider: each request that a route knows of, before and after', ({ via, provider }) => {
  const objects = { before: objectsOf(via, 10), after: objectsOf(via, 50) };
  expect(told(requestShares(objects, provider))).toEqual([
    ['orders.test/api', { v1: 90, v2: 10 }, { v1: 50, v2: 50 }],
    ['orders.test/api with x-canary: always', { v2: 100 }, { v2: 100 }],
    ['orders.test/api with x-canary: never', { v1: 100 }, { v1: 100 }],
  ]);
});

test('a start and an end: what only one of both knows of is asked of both', () => {
  const objects = { before: objectsOf(nginx), after: objectsOf(nginx, 0) };
  expect(told(requestShares(objects, 'ingress-nginx'))).toEqual([
    ['orders.test/api', { v1: 100 }, { v1: 100 }],
    ['orders.test/api with x-canary: always', { v1: 100 }, { v2: 100 }],
    ['orders.test/api with x-canary: never', { v1: 100 }, { v1: 100 }],
  ]);
});

test('two versions of one tag are one answer', () => {
  const objects = objectsOf(nginx, 30).map((one) =>
    JSON.parse(JSON.stringify(one).replaceAll('orders:v2', 'orders:v1')),
  );
  expect(told(requestShares({ before: objects, after: objects }, 'ingress-nginx'))[0]?.[1]).toEqual({ v1: 100 });
});

test('nothing is said where no route leads there, and of a proxy that is not simulated', () => {
  const chart = testChart();
  new HelloService(chart, 'Orders', { image: tagged('v1'), size });
  expect(requestShares({ before: [], after: chart.toJson() }, 'ingress-nginx')).toEqual([]);
  expect(requestShares({ before: objectsOf(nginx, 10), after: objectsOf(nginx, 10) }, 'another')).toEqual([]);
});
