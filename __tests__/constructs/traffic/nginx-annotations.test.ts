import { Duration, Size } from 'cdk8s';
import type { ServiceIngressProps } from '../../../lib/constructs/traffic/service-ingress';
import { objectOf } from '../../support/chart';
import { cors } from '../../support/cors';
import { ingressCase } from '../../support/ingress-case';
import { nginx } from '../../support/samples';

const NOTE = 'nginx.ingress.kubernetes.io/';
const redirect = (status: string) => ({ redirect: { url: 'https://www.shop.test/new', status } });
const api = { paths: [{ path: '/api', type: 'Prefix' }] };
const expression = { paths: [{ path: '/foo/?(.*)', type: 'RegularExpression' }] };
const maxAge = Duration.hours(2);

function ingressOf(props: object) {
  return objectOf(ingressCase(nginx, props as Partial<ServiceIngressProps>), 'Ingress');
}

test.each`
  props                                                            | notes
  ${redirect('permanent')}                                         | ${{ 'permanent-redirect': 'https://www.shop.test/new' }}
  ${redirect('temporary')}                                         | ${{ 'temporal-redirect': 'https://www.shop.test/new' }}
  ${{ plainHttp: 'redirect', tlsSecret: 'tls' }}                   | ${{ 'ssl-redirect': 'true' }}
  ${{ plainHttp: 'redirect' }}                                     | ${{ 'force-ssl-redirect': 'true' }}
  ${{ plainHttp: 'serve', tlsSecret: 'tls' }}                      | ${{ 'ssl-redirect': 'false' }}
  ${{ rewrite: { replacePrefixMatch: '/' }, ...api }}              | ${{ 'use-regex': 'true', 'rewrite-target': '/$2' }}
  ${{ rewrite: { replacePrefixMatch: '/v1' }, ...api }}            | ${{ 'use-regex': 'true', 'rewrite-target': '/v1$1$2' }}
  ${{ rewrite: { replaceFullPath: '/index' } }}                    | ${{ 'use-regex': 'true', 'rewrite-target': '/index' }}
  ${{ rewrite: { replaceExpressionMatch: '/$1' }, ...expression }} | ${{ 'use-regex': 'true', 'rewrite-target': '/$1' }}
  ${expression}                                                    | ${{ 'use-regex': 'true' }}
  ${{ requestsPerSecondPerClient: 3 }}                             | ${{ 'limit-rps': '3' }}
  ${{ connectionsPerClient: 4 }}                                   | ${{ 'limit-connections': '4' }}
  ${{ sessionCookie: { name: 'route' } }}                          | ${{ affinity: 'cookie', 'session-cookie-name': 'route' }}
  ${{ sessionCookie: { name: 'route', maxAge } }}                  | ${{ affinity: 'cookie', 'session-cookie-name': 'route', 'session-cookie-max-age': '7200', 'session-cookie-expires': '7200' }}
  ${{ sessionCookie: { name: 'route' }, ...expression }}           | ${{ affinity: 'cookie', 'session-cookie-name': 'route', 'session-cookie-path': '/', 'use-regex': 'true' }}
  ${{ backendProtocol: 'GRPCS' }}                                  | ${{ 'backend-protocol': 'GRPCS' }}
  ${{ maxBodySize: Size.mebibytes(8) }}                            | ${{ 'proxy-body-size': '8m', 'proxy-request-buffering': 'on' }}
  ${{ maxBodySize: Size.kibibytes(1500) }}                         | ${{ 'proxy-body-size': '1500k', 'proxy-request-buffering': 'on' }}
  ${{ connectTimeout: Duration.seconds(5) }}                       | ${{ 'proxy-connect-timeout': '5' }}
  ${{ readTimeout: Duration.minutes(10) }}                         | ${{ 'proxy-read-timeout': '600' }}
  ${{ sendTimeout: Duration.minutes(2) }}                          | ${{ 'proxy-send-timeout': '120' }}
  ${{ allowedSourceRanges: ['192.0.2.0/24', '10.0.0.0/8'] }}       | ${{ 'allowlist-source-range': '192.0.2.0/24,10.0.0.0/8' }}
`('$props are the annotations $notes', ({ props, notes }) => {
  const prefixed = Object.entries(notes).map(([key, value]) => [NOTE + key, value]);
  expect(ingressOf(props).metadata.annotations).toEqual(Object.fromEntries(prefixed));
});

test('cors: every list is said, since the controller has others of its own', () => {
  expect(ingressOf({ cors }).metadata.annotations).toEqual({
    [`${NOTE}enable-cors`]: 'true',
    [`${NOTE}cors-allow-origin`]: 'https://shop.test,https://cart.test',
    [`${NOTE}cors-allow-methods`]: 'GET,PUT',
    [`${NOTE}cors-allow-headers`]: 'X-Shop,X-Cart',
    [`${NOTE}cors-allow-credentials`]: 'true',
    [`${NOTE}cors-max-age`]: '420',
  });
});

test('paths beside an expression are expressions too: the controller reads them so', () => {
  const paths = [
    { path: '/foo/?(.*)', type: 'RegularExpression' },
    { path: '/api', type: 'Prefix' },
    { path: '/status', type: 'Exact' },
  ];
  const said: { path: string; pathType: string }[] = ingressOf({ paths }).spec.rules[0].http.paths;
  expect(said.map(({ path, pathType }) => `${pathType} ${path}`)).toEqual([
    'ImplementationSpecific /foo/?(.*)',
    'ImplementationSpecific /api(/|$)',
    'ImplementationSpecific /status$',
  ]);
});
