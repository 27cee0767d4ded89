import { Duration, Size } from 'cdk8s';
import { CanaryIngress } from '../../../lib/constructs/traffic/canary-ingress';
import type { ServiceIngressProps } from '../../../lib/constructs/traffic/service-ingress';
import type { CanaryRules } from '../../../lib/constructs/traffic/traffic-intent';
import { objectOf, objectsOf, testChart } from '../../support/chart';
import { cors } from '../../support/cors';
import { ingressCase } from '../../support/ingress-case';
import { refusalOf } from '../../support/refusal';
import { alb } from '../../support/samples';

const NOTE = 'alb.ingress.kubernetes.io/';
/** A group of an expression, as ALB writes it. */
const group = (number: number) => `$\{${number}}`;
const BOTH = '[{"HTTP":80},{"HTTPS":443}]';
const api = { paths: [{ path: '/api', type: 'Prefix' }] };
const expression = { paths: [{ path: '/foo/?(.*)', type: 'RegularExpression' }] };
const redirectTo = (url: string, status = 'permanent') => ({ redirect: { url, status } });
const action = (values: object) => ({
  'actions.orders': JSON.stringify([{ type: 'Redirect', RedirectConfig: values }]),
});

function notesOf(props: object) {
  const { annotations = {} } = objectOf(ingressCase(alb, props as Partial<ServiceIngressProps>), 'Ingress').metadata;
  return Object.fromEntries(Object.entries(annotations).map(([key, value]) => [key.replace(NOTE, ''), value]));
}

function canaryOf(rules: CanaryRules, props: object = {}) {
  const chart = testChart();
  const canary = { ...rules, backend: { service: 'orders-next', port: 8002 } };
  const stable = { service: 'orders', port: 8001 };
  new CanaryIngress(chart, 'Front', { via: alb, hosts: ['orders.shop.test'], stable, canary, ...props });
  return chart;
}

test('without options it is an Ingress of its class, and says nothing more', () => {
  const { metadata, spec } = objectOf(ingressCase(alb), 'Ingress');
  expect(metadata).not.toHaveProperty('annotations');
  const backend = { service: { name: 'orders', port: { number: 8001 } } };
  const http = { paths: [{ path: '/', pathType: 'Prefix', backend }] };
  expect(spec).toEqual({ ingressClassName: 'public-alb', rules: [{ host: 'orders.shop.test', http }] });
});

test.each`
  props                                                                 | notes
  ${{ tlsSecret: 'tls' }}                                               | ${{ 'listen-ports': BOTH, 'ssl-redirect': 'true' }}
  ${{ tlsSecret: 'tls', plainHttp: 'serve' }}                           | ${{ 'listen-ports': BOTH }}
  ${{ plainHttp: 'redirect' }}                                          | ${{ 'listen-ports': BOTH, 'ssl-redirect': 'true' }}
  ${{ rewrite: { replacePrefixMatch: '/' }, ...api }}                   | ${{ 'use-regex': 'true', 'rewrite-target': `/${group(2)}` }}
  ${{ rewrite: { replacePrefixMatch: '/v1' }, ...api }}                 | ${{ 'use-regex': 'true', 'rewrite-target': `/v1${group(1)}${group(2)}` }}
  ${{ rewrite: { replaceExpressionMatch: '/$1' }, ...expression }}      | ${{ 'use-regex': 'true', 'rewrite-target': `/${group(1)}` }}
  ${{ requestsPerSecondPerClient: 3 }}                                  | ${{ 'traffic-limit-ip-qps': '3' }}
  ${{ sessionCookie: { name: 'SERVERID' } }}                            | ${{ 'sticky-session': 'true', 'sticky-session-type': 'Insert' }}
  ${{ sessionCookie: { name: 'SERVERID', maxAge: Duration.hours(1) } }} | ${{ 'sticky-session': 'true', 'sticky-session-type': 'Insert', 'cookie-timeout': '3600' }}
  ${{ backendProtocol: 'GRPC' }}                                        | ${{ 'backend-protocol': 'grpc' }}
  ${{ cors }}                                                           | ${{ 'enable-cors': 'true', 'cors-allow-origin': 'https://shop.test,https://cart.test', 'cors-allow-methods': 'GET,PUT', 'cors-allow-headers': 'X-Shop,X-Cart', 'cors-allow-credentials': 'true', 'cors-max-age': '420' }}
  ${redirectTo('https://www.shop.test')}                                | ${action({ protocol: 'HTTPS', host: 'www.shop.test', port: '443', path: '/', query: '', httpCode: '301' })}
  ${redirectTo('http://a.test:81/b?c=d', 'temporary')}                  | ${action({ protocol: 'HTTP', host: 'a.test', port: '81', path: '/b', query: 'c=d', httpCode: '302' })}
`('$props are the annotations $notes', ({ props, notes }) => {
  expect(notesOf(props)).toEqual(notes);
});

test('redirect: the path names the action, not a Service', () => {
  const { spec } = objectOf(ingressCase(alb, redirectTo('https://a.test') as object), 'Ingress');
  const [{ backend }] = spec.rules[0].http.paths;
  expect(backend).toEqual({ service: { name: 'orders', port: { name: 'use-annotation' } } });
});

test('paths stand in the order in which they are to be asked, and are of type Prefix where they are expressions', () => {
  const typed = (paths: object[]) => {
    const { spec } = objectOf(ingressCase(alb, { paths } as object), 'Ingress');
    return spec.rules[0].http.paths.map(({ path, pathType }: Record<string, string>) => `${pathType} ${path}`);
  };
  const plain = [
    { path: '/', type: 'Prefix' },
    { path: '/api/v1', type: 'Prefix' },
    { path: '/a', type: 'Exact' },
  ];
  expect(typed(plain)).toEqual(['Exact /a', 'Prefix /api/v1', 'Prefix /']);
  expect(typed([...plain, ...expression.paths])).toEqual([
    'Prefix /a$',
    'Prefix /foo/?(.*)',
    'Prefix /api/v1(/|$)',
    'Prefix /',
  ]);
});

test('defaultBackend: it is one more path, asked last', () => {
  const props = { paths: [{ path: '/a', type: 'Prefix' }], defaultBackend: { service: 'rest', port: 80 } } as const;
  const [, rest] = objectOf(ingressCase(alb, props), 'Ingress').spec.rules[0].http.paths;
  expect(rest).toMatchObject({ path: '/', backend: { service: { name: 'rest' } } });
});

test('each way to decide is an Ingress: those of header and cookie are named to be asked first', () => {
  const chart = canaryOf({ rules: [{ header: 'X-Group', value: 'beta' }, { cookie: 'group' }], weightPercent: 0 });
  const said = objectsOf(chart, 'Ingress').map(({ metadata }) => [metadata.name, metadata.annotations ?? {}]);
  expect(said).toEqual([
    ['front', {}],
    [
      '0-front-canary-1-header',
      { [`${NOTE}canary`]: 'true', [`${NOTE}canary-by-header`]: 'X-Group', [`${NOTE}canary-by-header-value`]: 'beta' },
    ],
    ['0-front-canary-2-cookie', { [`${NOTE}canary`]: 'true', [`${NOTE}canary-by-cookie`]: 'group' }],
    ['front-canary', { [`${NOTE}canary`]: 'true', [`${NOTE}canary-weight`]: '0' }],
  ]);
});

// "rules are matched in the order of their Ingresses: by order, then by namespace and name"; order is left out
test.each([2, 11])(
  '%d rules are asked in their order, and before the stable Ingress, by the names of their Ingresses',
  (count) => {
    const rules = Array.from({ length: count }, (_, at) => ({ header: 'X-Group', value: `v${at}` }));
    const ingresses = objectsOf(canaryOf({ rules }), 'Ingress').map(({ metadata }) => [
      metadata.name,
      metadata.annotations?.[`${NOTE}canary-by-header-value`],
    ]);
    const byName = [...ingresses].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
    expect(byName).toEqual([...rules.map(({ value }) => value), undefined]);
  },
);

test('a canary repeats certificate and options: its rules have none otherwise', () => {
  const [, canary] = objectsOf(
    canaryOf({ weightPercent: 5 }, { tlsSecret: 'tls', requestsPerSecondPerClient: 3 }),
    'Ingress',
  );
  expect(canary?.spec.tls).toEqual([{ hosts: ['orders.shop.test'], secretName: 'tls' }]);
  expect(canary?.metadata.annotations).toMatchObject({
    [`${NOTE}listen-ports`]: BOTH,
    [`${NOTE}traffic-limit-ip-qps`]: '3',
  });
});

const NOT_SET = 'must not be set for alb';

test.each`
  props                                                                | refusal
  ${{ connectionsPerClient: 3 }}                                       | ${`connectionsPerClient: invalid value 3: ${NOT_SET}`}
  ${{ maxBodySize: Size.mebibytes(1) }}                                | ${`maxBodySize: invalid value "1Mi": ${NOT_SET}`}
  ${{ connectTimeout: Duration.seconds(1) }}                           | ${`connectTimeout: invalid value "1000ms": ${NOT_SET}`}
  ${{ readTimeout: Duration.seconds(1) }}                              | ${`readTimeout: invalid value "1000ms": ${NOT_SET}`}
  ${{ sendTimeout: Duration.seconds(1) }}                              | ${`sendTimeout: invalid value "1000ms": ${NOT_SET}`}
  ${{ requestTimeout: Duration.seconds(1) }}                           | ${`requestTimeout: invalid value "1000ms": ${NOT_SET}`}
  ${{ allowedSourceRanges: ['10.0.0.0/8'] }}                           | ${`allowedSourceRanges: invalid value ["10.0.0.0/8"]: ${NOT_SET}`}
  ${{ backendProtocol: 'H2C' }}                                        | ${'backendProtocol: invalid value "H2C": must be HTTP, HTTPS or GRPC for alb'}
  ${{ sessionCookie: { name: 'route' } }}                              | ${'sessionCookie.name: invalid value "route": must be SERVERID for alb, which names the cookie itself'}
  ${{ sessionCookie: { name: 'SERVERID', maxAge: Duration.days(2) } }} | ${'sessionCookie.maxAge: invalid value "172800000ms": must be a whole number from 1 to 86400 seconds'}
  ${{ requestsPerSecondPerClient: 1_000_001 }}                         | ${'requestsPerSecondPerClient: invalid value 1000001: must be a whole number from 1 to 1000000'}
  ${{ service: { service: 'orders', port: 'http' } }}                  | ${'service: invalid value "http": must be a number for alb'}
  ${{ service: { service: 'orders', port: 80, namespace: 'abroad' } }} | ${'service: invalid value "abroad": must not be another namespace for alb'}
  ${{ paths: [{ path: '/a*', type: 'Prefix' }] }}                      | ${'paths: invalid value "/a*": must be letters, digits and "/-._" for alb'}
  ${{ rewrite: { replacePrefixMatch: '/v1' } }}                        | ${'rewrite: invalid value "/v1": must be "/" for the path "/" of an Ingress'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => ingressCase(alb, props))).toBe(`ProviderRefuses [test/Front] ${refusal}`);
});

const own = {
  paths: [
    { path: '/', type: 'Prefix' },
    { path: '/api', type: 'Prefix', backend: { service: 'api', port: 1 } },
  ],
};
const BY_VALUE = 'needs a value for alb, which matches headers by one value alone';

test.each`
  rules                                                 | props  | refusal
  ${{ rules: [{ header: 'X-Group' }] }}                 | ${{}}  | ${`canary.rules[0].header: invalid value "X-Group": ${BY_VALUE}`}
  ${{ rules: [{ header: 'X-Group', pattern: 'b' }] }}   | ${{}}  | ${`canary.rules[0].pattern: invalid value "b": ${BY_VALUE}`}
  ${{ rules: [{ cookie: 'group' }], weightPercent: 5 }} | ${{}}  | ${'canary.rules[0].cookie: invalid value "group": must not be given beside weightPercent for alb, which does not know "never"'}
  ${{ rules: [{ cookie: 'group' }] }}                   | ${own} | ${'paths: invalid value "/api": must not have a Service of its own beside a canary by header or cookie for alb, which asks the canary first'}
`('fails for the canary $rules: $refusal', ({ rules, props, refusal }) => {
  expect(refusalOf(() => canaryOf(rules, props))).toBe(`ProviderRefuses [test/Front] ${refusal}`);
});
