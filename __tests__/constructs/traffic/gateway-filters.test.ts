import { Duration } from 'cdk8s';
import type { ServiceIngressProps } from '../../../lib/constructs/traffic/service-ingress';
import type { GatewayApi } from '../../../lib/kubernetes/ingress-provider';
import { objectOf, objectsOf } from '../../support/chart';
import { cors } from '../../support/cors';
import { ingressCase } from '../../support/ingress-case';
import { gateway } from '../../support/samples';

const all: GatewayApi = {
  ...gateway,
  gateway: { ...gateway.gateway, listeners: { http: 'plain', https: 'tls' } },
  supportedFeatures: [
    'HTTPRouteSchemeRedirect',
    'HTTPRoutePortRedirect',
    'HTTPRoutePathRedirect',
    'HTTPRoutePathRewrite',
    'HTTPRouteRequestTimeout',
    'HTTPRouteCORS',
  ],
};
const rulesOf = (props: Partial<ServiceIngressProps>) => objectOf(ingressCase(all, props), 'HTTPRoute').spec.rules;
const full = (replaceFullPath: string) => ({ type: 'ReplaceFullPath', replaceFullPath });

test.each`
  url                         | status         | filter
  ${'https://www.shop.test'}  | ${'permanent'} | ${{ scheme: 'https', hostname: 'www.shop.test', path: full('/'), statusCode: 301 }}
  ${'http://a.test:8080/b/c'} | ${'temporary'} | ${{ scheme: 'http', hostname: 'a.test', port: 8080, path: full('/b/c'), statusCode: 302 }}
`('redirect to $url, $status: nobody answers', ({ url, status, filter }) => {
  const [rule, ...others] = rulesOf({ redirect: { url, status } });
  expect(others).toEqual([]);
  expect(rule.filters).toEqual([{ type: 'RequestRedirect', requestRedirect: filter }]);
  expect(rule).not.toHaveProperty('backendRefs');
});

test.each`
  rewrite                          | path
  ${{ replacePrefixMatch: '/v1' }} | ${{ type: 'ReplacePrefixMatch', replacePrefixMatch: '/v1' }}
  ${{ replaceFullPath: '/x' }}     | ${{ type: 'ReplaceFullPath', replaceFullPath: '/x' }}
`('rewrite: $rewrite is a filter of every rule', ({ rewrite, path }) => {
  expect(rulesOf({ rewrite })[0].filters).toEqual([{ type: 'URLRewrite', urlRewrite: { path } }]);
});

test('requestTimeout: every rule has it', () => {
  expect(rulesOf({ requestTimeout: Duration.minutes(2) })[0].timeouts).toEqual({ request: '120s' });
});

test('cors: what is empty or not allowed is left out', () => {
  const { maxAge: _, credentials: __, ...lists } = cors;
  const said = (props: object) => rulesOf({ cors: { ...cors, ...props } })[0].filters;
  expect(said({})).toEqual([{ type: 'CORS', cors: { ...lists, allowCredentials: true, maxAge: 420 } }]);
  expect(said({ allowMethods: [], allowHeaders: [], credentials: 'omit' })).toEqual([
    { type: 'CORS', cors: { allowOrigins: lists.allowOrigins, maxAge: 420 } },
  ]);
});

test('plainHttp: a route of the HTTP listener sends on to HTTPS, the other answers there alone', () => {
  const [secure, plain, ...others] = objectsOf(ingressCase(all, { plainHttp: 'redirect' }), 'HTTPRoute');
  expect(others).toEqual([]);
  expect([secure?.metadata.name, plain?.metadata.name]).toEqual(['front', 'front-plain-http']);
  expect([secure?.spec.parentRefs[0].sectionName, plain?.spec.parentRefs[0].sectionName]).toEqual(['tls', 'plain']);
  expect(plain?.spec.hostnames).toEqual(['orders.shop.test']);
  expect(plain?.spec.rules).toEqual([
    {
      matches: [{ path: { type: 'PathPrefix', value: '/' } }],
      filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }],
    },
  ]);
});

test('plainHttp: "serve" is what a Gateway does anyway', () => {
  expect(rulesOf({ plainHttp: 'serve' })[0]).not.toHaveProperty('filters');
});

test('hosts with other paths are a route of their own, and each Service a rule', () => {
  const cart = { service: 'cart', port: 80 };
  const paths = [
    { path: '/', type: 'Prefix', hosts: ['a.test'] },
    { path: '/cart', type: 'Prefix', backend: cart },
    { path: '/wares', type: 'Exact', backend: cart },
  ] as const;
  const routes = objectsOf(ingressCase(all, { hosts: ['a.test', 'b.test'], paths }), 'HTTPRoute');
  const said = routes.map(({ metadata, spec }) => [
    metadata.name,
    spec.hostnames,
    spec.rules.map((rule: { matches: { path: { value: string } }[]; backendRefs: { name: string }[] }) => [
      rule.matches.map(({ path }) => path.value),
      rule.backendRefs.map(({ name }) => name),
    ]),
  ]);
  expect(said).toEqual([
    [
      'front',
      ['a.test'],
      [
        [['/'], ['orders']],
        [['/cart', '/wares'], ['cart']],
      ],
    ],
    ['front-b-test', ['b.test'], [[['/cart', '/wares'], ['cart']]]],
  ]);
});

test('every host is a route without hosts, and an expression is matched from the beginning without regard to case', () => {
  const paths = [{ path: '/old/(a|b)', type: 'RegularExpression' }] as const;
  const { spec } = objectOf(
    ingressCase({ ...all, pathRegularExpressions: true }, { hosts: 'every', paths }),
    'HTTPRoute',
  );
  expect(spec).not.toHaveProperty('hostnames');
  expect(spec.rules[0].matches).toEqual([{ path: { type: 'RegularExpression', value: '(?i)^(?:/old/(a|b)).*$' } }]);
});
