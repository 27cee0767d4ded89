import { type Chart, Duration } from 'cdk8s';
import { CanaryIngress, type CanaryIngressProps } from '../../../lib/constructs/traffic/canary-ingress';
import type { ServiceIngressProps } from '../../../lib/constructs/traffic/service-ingress';
import type { GatewayApi, IngressDialect, IngressProvider } from '../../../lib/kubernetes/ingress-provider';
import { objectOf, objectsOf, problemsOf, testChart } from '../../support/chart';
import { ingressCase } from '../../support/ingress-case';
import { refusalOf } from '../../support/refusal';
import { alb, gateway, istio, nginx, traefik } from '../../support/samples';

const stable = { service: 'orders', port: 8001 };
const canary = { backend: { service: 'orders-next', port: 8002 }, weightPercent: 15 };
const listening: GatewayApi = {
  ...gateway,
  gateway: { ...gateway.gateway, listeners: { http: 'web', https: 'secure' } },
  supportedFeatures: ['HTTPRouteSchemeRedirect'],
};
const between = (from: IngressDialect, to: IngressDialect): IngressProvider => ({ provider: 'transition', from, to });

function canaryOf(via: IngressProvider, props: Partial<CanaryIngressProps> = {}) {
  const chart = testChart();
  new CanaryIngress(chart, 'Front', { via, hosts: ['orders.shop.test'], stable, canary, ...props });
  return chart;
}

/** Specifications by kind and name, whoever made them. */
function said(chart: Chart, ...kinds: string[]) {
  const all = kinds.flatMap((kind) => objectsOf(chart, kind));
  return Object.fromEntries(all.map(({ kind, metadata, spec }) => [`${kind} ${metadata.name}`, { metadata, spec }]));
}

const KINDS = ['Ingress', 'HTTPRoute', 'IngressRoute', 'TraefikService', 'VirtualService'];

test.each`
  from       | to
  ${nginx}   | ${gateway}
  ${nginx}   | ${traefik}
  ${traefik} | ${gateway}
  ${alb}     | ${istio}
  ${gateway} | ${nginx}
`('$from.provider beside $to.provider says what each says alone', ({ from, to }) => {
  const alone = [canaryOf(from), canaryOf(to)].map((chart) => said(chart, ...KINDS));
  const both = canaryOf(between(from, to));
  expect(said(both, ...KINDS)).toEqual(Object.assign({}, ...alone));
  expect(problemsOf(both)).toEqual([]);
});

test('two dialects of one kind differ in the names of their objects, and neither is a stranger to the other', () => {
  const chart = canaryOf(between(nginx, alb));
  const classes = objectsOf(chart, 'Ingress').map(({ metadata, spec }) => [metadata.name, spec.ingressClassName]);
  expect(classes).toEqual([
    ['front', 'edge'],
    ['front-canary', 'edge'],
    ['front-next', 'public-alb'],
    ['front-next-canary', 'public-alb'],
  ]);
  expect(problemsOf(chart)).toEqual([]);
});

test.each`
  from       | to         | props                                      | refusal
  ${nginx}   | ${traefik} | ${{ readTimeout: Duration.seconds(3) }}    | ${'readTimeout: invalid value "3000ms": must not be set for traefik'}
  ${traefik} | ${nginx}   | ${{ requestTimeout: Duration.seconds(3) }} | ${'requestTimeout: invalid value "3000ms": must not be set for traefik'}
  ${nginx}   | ${gateway} | ${{ tlsSecret: 'shop-tls' }}               | ${'plainHttp: invalid value "redirect": needs the feature HTTPRouteSchemeRedirect'}
`('fails for what $from.provider or $to.provider cannot do: $refusal', ({ from, to, props, refusal }) => {
  expect(refusalOf(() => ingressCase(between(from, to), props as Partial<ServiceIngressProps>))).toBe(
    `ProviderRefuses [test/Front] ${refusal}`,
  );
});

test('tlsSecret: the Ingress has it, and the Gateway redirects plain HTTP as the Ingress does', () => {
  const chart = ingressCase(between(nginx, listening), { tlsSecret: 'shop-tls' });
  expect(objectOf(chart, 'Ingress').spec.tls).toEqual([{ hosts: ['orders.shop.test'], secretName: 'shop-tls' }]);
  const routes = objectsOf(chart, 'HTTPRoute').map(({ metadata, spec }) => [
    metadata.name,
    spec.parentRefs[0].sectionName,
    spec.rules[0].filters?.[0].requestRedirect.scheme,
  ]);
  expect(routes).toEqual([
    ['front', 'secure', undefined],
    ['front-plain-http', 'web', 'https'],
  ]);
});

test('tlsSecret: Istio redirects plain HTTP by its Gateway', () => {
  const chart = ingressCase(between(nginx, istio), { tlsSecret: 'shop-tls' });
  expect(objectOf(chart, 'VirtualService').spec.http).toHaveLength(1);
});
