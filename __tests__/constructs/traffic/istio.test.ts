import { Duration, Size } from 'cdk8s';
import { CanaryIngress } from '../../../lib/constructs/traffic/canary-ingress';
import { ServiceIngress, type ServiceIngressProps } from '../../../lib/constructs/traffic/service-ingress';
import type { CanaryRules } from '../../../lib/constructs/traffic/traffic-intent';
import { objectOf, objectsOf, problemsOf, testChart } from '../../support/chart';
import { cors } from '../../support/cors';
import { ingressCase } from '../../support/ingress-case';
import { refusalOf } from '../../support/refusal';
import { istio } from '../../support/samples';

const stable = { service: 'orders', port: 8001 };
const next = { service: 'orders-next', port: 8002 };
const orders = 'orders.shop.svc.cluster.local';

const specOf = (props: Partial<ServiceIngressProps> = {}) => objectOf(ingressCase(istio, props), 'VirtualService').spec;

function rulesOf(rules: CanaryRules, props: object = {}) {
  const chart = testChart();
  const canary = { ...rules, backend: next };
  new CanaryIngress(chart, 'Front', { via: istio, hosts: ['orders.shop.test'], stable, canary, ...props });
  return objectOf(chart, 'VirtualService').spec.http;
}

test('a VirtualService says its hosts, the Gateway by namespace and name, and the Service by its name in full', () => {
  expect(objectOf(ingressCase(istio), 'VirtualService')).toMatchObject({
    apiVersion: 'networking.istio.io/v1',
    metadata: { name: 'front', namespace: 'shop' },
    spec: {
      hosts: ['orders.shop.test'],
      gateways: ['mesh-gateways/front-door'],
      http: [{ match: [{ uri: { prefix: '/' } }], route: [{ destination: { host: orders, port: { number: 8001 } } }] }],
    },
  });
});

test.each`
  props                                | hosts
  ${{ hosts: 'every' }}                | ${['*']}
  ${{ hosts: ['a.test', '*.b.test'] }} | ${['a.test', '*.b.test']}
`('hosts $props.hosts are $hosts', ({ props, hosts }) => {
  expect(specOf(props).hosts).toEqual(hosts);
});

// "routing rules ... the first rule matching the traffic is used"; prefixes of Envoy count letters
test.each`
  path                                               | matches
  ${{ path: '/api', type: 'Prefix' }}                | ${[{ exact: '/api' }, { prefix: '/api/' }]}
  ${{ path: '/api/', type: 'Prefix' }}               | ${[{ exact: '/api' }, { prefix: '/api/' }]}
  ${{ path: '/api', type: 'Exact' }}                 | ${[{ exact: '/api' }]}
  ${{ path: '/a/?(.*)', type: 'RegularExpression' }} | ${[{ regex: '(?i)(?:/a/?(.*)).*' }]}
`('$path.type $path.path is $matches', ({ path, matches }) => {
  const [rule] = specOf({ paths: [path] }).http;
  expect(rule.match.map(({ uri }: { uri: object }) => uri)).toEqual(matches);
});

test('longer paths come before shorter ones, of each its decisions before the rest, and what takes every path comes last', () => {
  const paths = [
    { path: '/', type: 'Prefix' },
    { path: '/api/v1', type: 'Prefix', backend: { service: 'api', port: 1 } },
    { path: '/api', type: 'Prefix' },
    { path: '/a', type: 'Exact' },
  ];
  const rules = rulesOf({ rules: [{ header: 'X-Group', value: 'beta' }], weightPercent: 15 }, { paths });
  const said = rules.map(({ match, route }: { match: { uri: object; headers?: object }[]; route: object[] }) => [
    Object.values(match[0]?.uri ?? {})[0],
    match.every(({ headers }) => headers !== undefined) ? 'X-Group' : '',
    route.length,
  ]);
  expect(said).toEqual([
    ['/a', 'X-Group', 1],
    ['/a', '', 2],
    ['/api/v1', '', 1],
    ['/api', 'X-Group', 1],
    ['/api', '', 2],
    ['/', 'X-Group', 1],
    ['/', '', 2],
  ]);
});

// "The header keys must be lowercase and use hyphen as the separator"; cookie: regex: "^(.*?;)?(user=jason)(;.*)?$"
test.each`
  rule                                     | headers
  ${{ header: 'X-Group', value: 'Beta' }}  | ${[{ 'x-group': { exact: 'Beta' } }]}
  ${{ header: 'X-Group', pattern: 'b|c' }} | ${[{ 'x-group': { regex: '^.*(?:b|c).*$' } }]}
  ${{ header: 'X-Canary' }}                | ${[{ 'x-canary': { exact: 'always' } }, { 'x-canary': { exact: 'never' } }]}
  ${{ cookie: 'a.b' }}                     | ${[{ cookie: { regex: '^(.*;\\s*)?a\\.b=always(;.*)?$' } }, { cookie: { regex: '^(.*;\\s*)?a\\.b=never(;.*)?$' } }]}
`('$rule is $headers, and then the rest', ({ rule, headers }) => {
  const rules = rulesOf({ rules: [rule] });
  expect(rules.map(({ match }: { match: { headers?: object }[] }) => match[0]?.headers)).toEqual([
    ...headers,
    undefined,
  ]);
});

test.each`
  weightPercent | weights
  ${0}          | ${[100, 0]}
  ${15}         | ${[85, 15]}
  ${0.5}        | ${[995, 5]}
  ${100}        | ${[0, 100]}
`('$weightPercent % is the weights $weights', ({ weightPercent, weights }) => {
  const [{ route }] = rulesOf({ weightPercent });
  expect(route).toEqual([
    { destination: { host: orders, port: { number: 8001 } }, weight: weights[0] },
    { destination: { host: 'orders-next.shop.svc.cluster.local', port: { number: 8002 } }, weight: weights[1] },
  ]);
});

const api = { paths: [{ path: '/api', type: 'Prefix' }] } as const;
const rewritten = (match: string, rewrite: string) => ({ rewrite: { uriRegexRewrite: { match, rewrite } } });

test.each`
  props                                                                                                       | said
  ${{ rewrite: { replacePrefixMatch: '/' }, ...api }}                                                         | ${rewritten('^/api/?(.*)$', '/\\1')}
  ${{ rewrite: { replacePrefixMatch: '/v1' }, ...api }}                                                       | ${rewritten('^/api(/.*)?$', '/v1\\1')}
  ${{ rewrite: { replaceFullPath: '/index' } }}                                                               | ${rewritten('^.*$', '/index')}
  ${{ rewrite: { replaceExpressionMatch: '/$1' }, paths: [{ path: '/a/?(.*)', type: 'RegularExpression' }] }} | ${rewritten('(?i)^(?:/a/?(.*)).*$', '/\\1')}
  ${{ requestTimeout: Duration.seconds(7) }}                                                                  | ${{ timeout: '7s' }}
  ${{ cors }}                                                                                                 | ${{ corsPolicy: { allowOrigins: [{ exact: 'https://shop.test' }, { exact: 'https://cart.test' }], allowMethods: ['GET', 'PUT'], allowHeaders: ['X-Shop', 'X-Cart'], allowCredentials: true, maxAge: '420s' } }}
  ${{ redirect: { url: 'https://www.shop.test/new', status: 'permanent' } }}                                  | ${{ redirect: { scheme: 'https', authority: 'www.shop.test', uri: '/new', redirectCode: 301 } }}
  ${{ redirect: { url: 'http://a.test:81', status: 'temporary' } }}                                           | ${{ redirect: { scheme: 'http', authority: 'a.test', port: 81, uri: '/', redirectCode: 302 } }}
`('$props is said as $said', ({ props, said }) => {
  const [{ match, route, ...rest }] = specOf(props).http;
  expect(rest).toEqual(said);
  expect(route === undefined).toBe('redirect' in said);
});

const NOT_SET = 'must not be set for istio';

test.each`
  props                                               | refusal
  ${{ service: { service: 'orders', port: 'http' } }} | ${'service: invalid value "http": must be a number for istio'}
  ${{ tlsSecret: 'shop-tls' }}                        | ${`tlsSecret: invalid value "shop-tls": ${NOT_SET}`}
  ${{ plainHttp: 'redirect' }}                        | ${'plainHttp: invalid value "redirect": must not be redirect for istio, whose Gateway does it'}
  ${{ backendProtocol: 'GRPC' }}                      | ${'backendProtocol: invalid value "GRPC": must be HTTP for istio, where the Service says what it speaks'}
  ${{ requestsPerSecondPerClient: 3 }}                | ${`requestsPerSecondPerClient: invalid value 3: ${NOT_SET}`}
  ${{ connectionsPerClient: 3 }}                      | ${`connectionsPerClient: invalid value 3: ${NOT_SET}`}
  ${{ sessionCookie: { name: 'route' } }}             | ${`sessionCookie: invalid value {"name":"route"}: ${NOT_SET}`}
  ${{ maxBodySize: Size.mebibytes(1) }}               | ${`maxBodySize: invalid value "1Mi": ${NOT_SET}`}
  ${{ connectTimeout: Duration.seconds(1) }}          | ${`connectTimeout: invalid value "1000ms": ${NOT_SET}`}
  ${{ readTimeout: Duration.seconds(1) }}             | ${`readTimeout: invalid value "1000ms": ${NOT_SET}`}
  ${{ sendTimeout: Duration.seconds(1) }}             | ${`sendTimeout: invalid value "1000ms": ${NOT_SET}`}
  ${{ allowedSourceRanges: ['10.0.0.0/8'] }}          | ${`allowedSourceRanges: invalid value ["10.0.0.0/8"]: ${NOT_SET}`}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => ingressCase(istio, props))).toBe(`ProviderRefuses [test/Front] ${refusal}`);
});

const at = (path: string, type = 'Prefix') => [{ path, type }] as ServiceIngressProps['paths'];

// "Istio ... multiple virtual services for the same host ... evaluated in an undefined order"
test.each`
  one                                         | other                                | meet
  ${{ paths: at('/') }}                       | ${{ paths: at('/api') }}             | ${true}
  ${{ paths: at('/api') }}                    | ${{ paths: at('/api/v1', 'Exact') }} | ${true}
  ${{ paths: at('/a', 'Exact') }}             | ${{ paths: at('/a', 'Exact') }}      | ${true}
  ${{ paths: at('/a/b', 'Exact') }}           | ${{ paths: at('/a/b/c', 'Exact') }}  | ${false}
  ${{ paths: at('/api') }}                    | ${{ paths: at('/apis') }}            | ${false}
  ${{ paths: at('/x', 'RegularExpression') }} | ${{ paths: at('/y') }}               | ${true}
  ${{ paths: at('/') }}                       | ${{ hosts: ['b.shop.test'] }}        | ${false}
  ${{ paths: at('/') }}                       | ${{ hosts: ['*.shop.test'] }}        | ${false}
`('two VirtualServices of $one and $other meet: $meet', ({ one, other, meet }) => {
  const chart = ingressCase(istio, one);
  new ServiceIngress(chart, 'Other', { via: istio, hosts: ['orders.shop.test'], service: stable, ...other });
  const sentence = (mine: string, theirs: string) =>
    `[test/${mine}] hosts: invalid value "orders.shop.test": must not have the paths of another VirtualService, [test/${theirs}/VirtualService]; give one of them other paths, or make them one Ingress`;
  expect(problemsOf(chart)).toEqual(meet ? [sentence('Front', 'Other'), sentence('Other', 'Front')] : []);
});

test('hosts that have other paths are a VirtualService of their own', () => {
  const paths = [
    { path: '/', type: 'Prefix', hosts: ['a.test'] },
    { path: '/b', type: 'Prefix', hosts: ['b.test'] },
  ] as const;
  const all = objectsOf(ingressCase(istio, { hosts: ['a.test', 'b.test'], paths }), 'VirtualService');
  expect(all.map(({ metadata, spec }) => [metadata.name, spec.hosts])).toEqual([
    ['front', ['a.test']],
    ['front-b-test', ['b.test']],
  ]);
});
