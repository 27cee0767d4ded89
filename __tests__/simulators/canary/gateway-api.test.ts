import type { Manifest } from '../../../lib/kubernetes/manifest';
import type { HttpRequest } from '../../../lib/simulators/canary/http-request';
import type { Provider } from '../../../lib/simulators/canary/providers';
import { routerOf } from '../../../lib/simulators/canary/router-of';
import { manifestsOf, told } from '../../support/routes';

const GATEWAY = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: public, namespace: gateways}
spec:
  gatewayClassName: any
  listeners:
    - {name: web, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}
    - {name: secure, port: 443, protocol: HTTPS, hostname: '*.example.com', allowedRoutes: {namespaces: {from: All}}}
    - {name: own, port: 8080, protocol: HTTP}
    - {name: teams, port: 8081, protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {team: a}}}}}
---`;

/** An HTTPRoute of `prod` at every listener, with rules as YAML. */
const route = (name: string, rules: string, { hosts = '[a.example.com]', parent = '', meta = '' } = {}) => `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: ${name}, namespace: prod${meta}}
spec:
  parentRefs: [{name: public, namespace: gateways${parent}}]
  hostnames: ${hosts}
  rules: ${rules}
---`;
const to = (service: string, weight = 1) => `{name: ${service}, port: 80, weight: ${weight}}`;

const ask = (text: string, request: Partial<HttpRequest> = {}, provider: Provider = 'gateway-api') =>
  routerOf(manifestsOf(text), provider).route({ host: 'a.example.com', path: '/', ...request });
const who = (...args: Parameters<typeof ask>) => told(ask(...args));

describe('precedence of matches, whatever their place in the list', () => {
  /** @source sigs.k8s.io/gateway-api@1.6.3 apis/v1/httproute_types.go HTTPRouteRule.matches */
  const rules = `
    - {matches: [{path: {value: /}}], backendRefs: [${to('root')}]}
    - {matches: [{path: {value: /api}, headers: [{name: X-A, value: '1'}]}], backendRefs: [${to('one-header')}]}
    - {matches: [{path: {value: /api}, headers: [{name: X-A, value: '1'}, {name: X-B, value: '2'}]}], backendRefs: [${to('two-headers')}]}
    - {matches: [{path: {value: /api}, method: POST}], backendRefs: [${to('method')}]}
    - {matches: [{path: {value: /api}, queryParams: [{name: q, value: x}]}], backendRefs: [${to('query')}]}
    - {matches: [{path: {type: Exact, value: /api/exact}}], backendRefs: [${to('exact')}]}
    - {matches: [{path: {value: /api/exact}, headers: [{name: X-A, value: '1'}]}], backendRefs: [${to('longer')}]}
    - {matches: [{path: {value: /api}}], backendRefs: [${to('prefix')}]}
    - {matches: [{path: {value: /api}}], backendRefs: [${to('late')}]}`;

  test.each`
    path              | method    | headers                       | service          | because
    ${'/'}            | ${'GET'}  | ${{}}                         | ${'root'}        | ${'no longer prefix'}
    ${'/apis'}        | ${'GET'}  | ${{}}                         | ${'root'}        | ${'prefixes are whole segments'}
    ${'/api/'}        | ${'GET'}  | ${{}}                         | ${'prefix'}      | ${'of equals the first rule'}
    ${'/api/x'}       | ${'GET'}  | ${{ 'x-a': '1' }}             | ${'one-header'}  | ${'names of headers have no case'}
    ${'/api/x'}       | ${'GET'}  | ${{ 'X-A': '1', 'X-B': '2' }} | ${'two-headers'} | ${'more headers'}
    ${'/api/x'}       | ${'GET'}  | ${{ 'X-A': '2' }}             | ${'prefix'}      | ${'another value'}
    ${'/api/x'}       | ${'POST'} | ${{ 'X-A': '1', 'X-B': '2' }} | ${'method'}      | ${'a method comes before headers'}
    ${'/api/x?q=x'}   | ${'GET'}  | ${{}}                         | ${'query'}       | ${'a query before none'}
    ${'/api/x?q=x'}   | ${'GET'}  | ${{ 'X-A': '1' }}             | ${'one-header'}  | ${'headers before queries'}
    ${'/api/exact'}   | ${'POST'} | ${{ 'X-A': '1' }}             | ${'exact'}       | ${'an exact path before everything'}
    ${'/api/exact/x'} | ${'POST'} | ${{ 'X-A': '1' }}             | ${'longer'}      | ${'a longer prefix before a method'}
    ${'/api/exact/x'} | ${'GET'}  | ${{}}                         | ${'prefix'}      | ${'what does not match is passed'}
  `('$method $path with $headers reaches $service: $because', ({ path, method, headers, service }) => {
    expect(who(GATEWAY + route('a', rules), { path, method, headers })).toBe(`prod/${service}:80`);
  });

  test('a header that is named twice counts once, the first time', () => {
    const text =
      GATEWAY +
      route(
        'a',
        `[{matches: [{headers: [{name: X-A, value: '1'}, {name: x-a, value: '2'}]}], backendRefs: [${to('it')}]}]`,
      );
    expect([who(text, { headers: { 'X-A': '1' } }), who(text, { headers: { 'X-A': '2' } })]).toEqual([
      'prod/it:80',
      '404',
    ]);
  });

  test('of equals the older route wins, then the first by namespace and name', () => {
    const rule = (service: string) => `[{backendRefs: [${to(service)}]}]`;
    const [a, b] = [route('a', rule('a')), route('b', rule('b'))];
    expect(who(GATEWAY + b + a)).toBe('prod/a:80');
    const old = route('b', rule('b'), { meta: ", creationTimestamp: '2026-01-01T00:00:00Z'" });
    const young = route('a', rule('a'), { meta: ", creationTimestamp: '2026-01-02T00:00:00Z'" });
    expect(who(GATEWAY + young + old)).toBe('prod/b:80');
  });

  test('expressions are searched for', () => {
    const header = `[{matches: [{headers: [{type: RegularExpression, name: X-User, value: 'test[0-9]'}]}], backendRefs: [${to('it')}]}]`;
    expect(who(GATEWAY + route('a', header), { headers: { 'X-User': 'a-test1-b' } })).toBe('prod/it:80');
    const path = `[{matches: [{path: {type: RegularExpression, value: '^/v[0-9]+/'}}], backendRefs: [${to('it')}]}]`;
    expect([
      who(GATEWAY + route('a', path), { path: '/v12/x' }),
      who(GATEWAY + route('a', path), { path: '/vx/' }),
    ]).toEqual(['prod/it:80', '404']);
  });
});

describe('hosts and listeners', () => {
  /** @source sigs.k8s.io/gateway-api@1.6.3 apis/v1/httproute_types.go HTTPRouteSpec.hostnames */
  const rule = (service: string, path = '/') =>
    `[{matches: [{path: {value: ${path}}}], backendRefs: [${to(service)}]}]`;
  const hosts =
    GATEWAY +
    route('exact', rule('exact')) +
    route('star', rule('star', '/deep/path'), { hosts: "['*.example.com']" }) +
    route('long', rule('long'), { hosts: "['*.b.example.com']" }) +
    route('every', rule('every'), { hosts: '[]' });

  test.each`
    host                 | path            | who                | because
    ${'a.example.com'}   | ${'/deep/path'} | ${'prod/exact:80'} | ${'the host comes before the path'}
    ${'x.example.com'}   | ${'/deep/path'} | ${'prod/star:80'}  | ${'a star is any host below'}
    ${'x.y.example.com'} | ${'/deep/path'} | ${'prod/star:80'}  | ${'at any depth'}
    ${'x.b.example.com'} | ${'/deep/path'} | ${'prod/long:80'}  | ${'a longer host comes first'}
    ${'x.example.com'}   | ${'/'}          | ${'prod/every:80'} | ${'a host without the path leaves it to others'}
    ${'example.com'}     | ${'/'}          | ${'prod/every:80'} | ${'a star is not the domain itself'}
  `('$host$path: $who, since $because', ({ host, path, who: wanted }) =>
    expect(who(hosts, { host, path })).toBe(wanted),
  );

  test.each`
    parent                     | hosts                | host               | scheme     | who             | because
    ${', sectionName: web'}    | ${'[a.example.com]'} | ${'a.example.com'} | ${'https'} | ${'404'}        | ${'the listener is for plain HTTP'}
    ${', sectionName: secure'} | ${'[a.example.com]'} | ${'a.example.com'} | ${'https'} | ${'prod/it:80'} | ${'the listener is for HTTPS'}
    ${', sectionName: secure'} | ${'[]'}              | ${'b.example.com'} | ${'https'} | ${'prod/it:80'} | ${'it has the hosts of the listener'}
    ${', sectionName: secure'} | ${'[]'}              | ${'b.example.org'} | ${'https'} | ${'404'}        | ${'and no others'}
    ${', sectionName: secure'} | ${'[a.example.org]'} | ${'a.example.org'} | ${'https'} | ${'404'}        | ${'they have no host in common'}
    ${', sectionName: own'}    | ${'[a.example.com]'} | ${'a.example.com'} | ${'http'}  | ${'404'}        | ${'it takes routes of its own namespace alone'}
    ${', sectionName: teams'}  | ${'[a.example.com]'} | ${'a.example.com'} | ${'http'}  | ${'404'}        | ${'it takes routes of team a alone'}
    ${', port: 80'}            | ${'[a.example.com]'} | ${'a.example.com'} | ${'http'}  | ${'prod/it:80'} | ${'the port is one of the Gateway'}
    ${', port: 81'}            | ${'[a.example.com]'} | ${'a.example.com'} | ${'http'}  | ${'404'}        | ${'the port is none of the Gateway'}
    ${', sectionName: none'}   | ${'[a.example.com]'} | ${'a.example.com'} | ${'http'}  | ${'404'}        | ${'there is no such listener'}
  `(
    'a route at$parent for $hosts: $scheme $host is $who, since $because',
    ({ parent, hosts: own, host, scheme, who: wanted }) => {
      expect(who(GATEWAY + route('a', rule('it'), { parent, hosts: own }), { host, scheme })).toBe(wanted);
    },
  );

  test('a namespace with the label may attach', () => {
    const namespace = '{apiVersion: v1, kind: Namespace, metadata: {name: prod, labels: {team: a}}}\n---';
    expect(who(namespace + GATEWAY + route('a', rule('it'), { parent: ', sectionName: teams' }))).toBe('prod/it:80');
  });

  test('a Gateway that is not among the manifests has every host', () => {
    expect(who(route('a', rule('it')))).toBe('prod/it:80');
    const secure = route('a', rule('it'), { parent: ', sectionName: https' });
    expect([who(secure), who(secure, { scheme: 'https' })]).toEqual(['404', 'prod/it:80']);
  });
});

describe('backends', () => {
  /** @source sigs.k8s.io/gateway-api@1.6.3 apis/v1/httproute_types.go HTTPRouteRule.backendRefs */
  const SERVICES = ['there', 'next']
    .map(
      (name) =>
        `{apiVersion: v1, kind: Service, metadata: {name: ${name}, namespace: prod}, spec: {ports: [{port: 80}]}}\n---\n`,
    )
    .join('');

  test.each`
    refs                                             | who                                    | because
    ${[to('there', 9), to('next', 1)]}               | ${'prod/there:80 90, prod/next:80 10'} | ${'weights are parts of their sum'}
    ${[to('there', 100), to('next', 0)]}             | ${'prod/there:80'}                     | ${'0 gets nothing'}
    ${['{name: there, port: 80}', to('next', 1)]}    | ${'prod/there:80 50, prod/next:80 50'} | ${'a weight that is left out is 1'}
    ${[to('there', 1), to('gone', 3)]}               | ${'prod/there:80 25, 500 75'}          | ${'a Service that is not there gets its part as 500'}
    ${['{name: there, port: 81}']}                   | ${'500'}                               | ${'it has no such port'}
    ${[to('there', 0), to('next', 0)]}               | ${'500'}                               | ${'nobody gets anything'}
    ${[]}                                            | ${'500'}                               | ${'there is no backend'}
    ${['{name: there, port: 80, namespace: other}']} | ${'500'}                               | ${'nothing grants the reference'}
    ${['{name: b, kind: Bucket, group: x.io}']}      | ${'500'}                               | ${'it is no Service'}
  `('$refs: $who, since $because', ({ refs, who: wanted }) => {
    expect(who(SERVICES + route('a', `[{backendRefs: [${refs.join(', ')}]}]`))).toBe(wanted);
  });

  test('a ReferenceGrant lets it', () => {
    const grant =
      '{apiVersion: gateway.networking.k8s.io/v1beta1, kind: ReferenceGrant, metadata: {name: g, namespace: other}, spec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: prod}], to: [{group: "", kind: Service}]}}\n---\n';
    expect(who(grant + route('a', '[{backendRefs: [{name: there, port: 80, namespace: other}]}]'))).toBe(
      'other/there:80',
    );
  });

  test('a redirect answers without a backend', () => {
    const filter = '{type: RequestRedirect, requestRedirect: {scheme: https, statusCode: 301}}';
    expect(who(route('a', `[{filters: [${filter}]}]`))).toBe('301');
    expect(who(route('a', '[{filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]}]'))).toBe('302');
  });
});

describe('what Traefik makes of it', () => {
  const rule = (service: string, path: string) =>
    `{matches: [{path: {value: ${path}}}], backendRefs: [${to(service)}]}`;
  const both = (text: string, request: Partial<HttpRequest>) =>
    (['gateway-api', 'traefik-gateway-api'] as const).map((provider) => who(text, request, provider));

  test('a path counts more than a host there', () => {
    const text =
      route('a', `[${rule('exact', '/')}]`) + route('b', `[${rule('star', '/deep')}]`, { hosts: "['*.example.com']" });
    expect(both(text, { path: '/deep' })).toEqual(['prod/exact:80', 'prod/star:80']);
  });

  test('two headers count as much as two letters of a path', () => {
    const headers = "headers: [{name: X-A, value: '1'}, {name: X-B, value: '1'}, {name: X-C, value: '1'}]";
    const text = route(
      'a',
      `[${rule('longer', '/api/v1')}, {matches: [{path: {value: /api/}, ${headers}}], backendRefs: [${to('headers')}]}]`,
    );
    const request = { path: '/api/v1', headers: { 'X-A': '1', 'X-B': '1', 'X-C': '1' } };
    expect(both(text, request)).toEqual(['prod/longer:80', 'prod/headers:80']);
  });

  test('it answers 503 where nobody gets anything', () => {
    expect(both(route('a', '[{backendRefs: []}]'), {})).toEqual(['500', '503']);
  });
});

test('the reasons name the rules that were asked before, those of the host alone', () => {
  const text =
    route(
      'a',
      `[{matches: [{headers: [{name: X-Canary, value: always}]}], backendRefs: [${to('next')}]}, {backendRefs: [${to('stable')}]}]`,
    ) + route('b', `[{matches: [{path: {value: /x}}], backendRefs: [${to('other')}]}]`, { hosts: '[b.example.com]' });
  const manifests: Manifest[] = manifestsOf(text);
  const { why } = routerOf(manifests, 'gateway-api').route({ host: 'a.example.com', path: '/' });
  expect(why.map(({ verdict, object, text: said }) => `${verdict} ${object} ${said}`)).toEqual([
    'passes HTTPRoute prod/a rule 1: host a.example.com, path / (PathPrefix), header X-Canary is "always"',
    'takes HTTPRoute prod/a rule 2: host a.example.com, path / (PathPrefix)',
  ]);
});
