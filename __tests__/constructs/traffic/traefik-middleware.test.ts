import { Size } from 'cdk8s';
import type { ServiceIngressProps } from '../../../lib/constructs/traffic/service-ingress';
import { objectOf, objectsOf } from '../../support/chart';
import { cors } from '../../support/cors';
import { ingressCase } from '../../support/ingress-case';
import { traefik } from '../../support/samples';

const redirect = (status: string) => ({ redirect: { url: 'https://www.shop.test/new', status } });
const prefixes = { paths: ['/api', '/v1.0/'].map((path) => ({ path, type: 'Prefix' })) };
const sourceCriterion = { ipStrategy: { depth: 0 } };
const { allowOrigins, allowMethods, allowHeaders } = cors;

test.each`
  props                                                        | noun                 | spec
  ${redirect('permanent')}                                     | ${'redirect'}        | ${{ redirectRegex: { regex: '^.*$', replacement: 'https://www.shop.test/new', permanent: true } }}
  ${redirect('temporary')}                                     | ${'redirect'}        | ${{ redirectRegex: { regex: '^.*$', replacement: 'https://www.shop.test/new', permanent: false } }}
  ${{ rewrite: { replacePrefixMatch: '/' }, ...prefixes }}     | ${'rewrite'}         | ${{ replacePathRegex: { regex: '^(?:/api|/v1\\.0)(?:/(.*))?$', replacement: '/$1' } }}
  ${{ rewrite: { replacePrefixMatch: '/new/' }, ...prefixes }} | ${'rewrite'}         | ${{ replacePathRegex: { regex: '^(?:/api|/v1\\.0)(/.*)?$', replacement: '/new$1' } }}
  ${{ rewrite: { replaceFullPath: '/x' } }}                    | ${'rewrite'}         | ${{ replacePath: { path: '/x' } }}
  ${{ requestsPerSecondPerClient: 3 }}                         | ${'rate-limit'}      | ${{ rateLimit: { average: 3, burst: 15, period: '1s', sourceCriterion } }}
  ${{ connectionsPerClient: 4 }}                               | ${'connections'}     | ${{ inFlightReq: { amount: 4, sourceCriterion } }}
  ${{ maxBodySize: Size.mebibytes(8) }}                        | ${'body-size'}       | ${{ buffering: { maxRequestBodyBytes: 8_388_608 } }}
  ${{ allowedSourceRanges: ['10.0.0.0/8'] }}                   | ${'allowed-sources'} | ${{ ipAllowList: { sourceRange: ['10.0.0.0/8'] } }}
  ${{ cors }}                                                  | ${'cors'}            | ${{ headers: { accessControlAllowOriginList: allowOrigins, accessControlAllowMethods: allowMethods, accessControlAllowHeaders: allowHeaders, accessControlAllowCredentials: true, accessControlMaxAge: 420, addVaryHeader: true } }}
`('$props is the Middleware $spec', ({ props, noun, spec }) => {
  const chart = ingressCase(traefik, props as Partial<ServiceIngressProps>);
  const middleware = objectOf(chart, 'Middleware');
  expect(middleware.metadata.name).toBe(`front-${noun}`);
  expect(middleware.spec).toEqual(spec);
  for (const route of objectOf(chart, 'IngressRoute').spec.routes) {
    expect(route.middlewares).toEqual([{ name: `front-${noun}` }]);
  }
});

test('a group belongs to the expression of its path, so each has a Middleware of its own', () => {
  const paths = ['/a/(\\d+)', '/b/(c)/(d)'].map((path) => ({ path, type: 'RegularExpression' as const }));
  const chart = ingressCase(traefik, { paths, rewrite: { replaceExpressionMatch: '/$1x' } });
  // without braces it would be a group called 1x
  const replacement = `/$\{1}x`;
  expect(objectsOf(chart, 'Middleware').map(({ spec }) => spec.replacePathRegex)).toEqual([
    { regex: '(?i)^(?:/a/(\\d+)).*$', replacement },
    { regex: '(?i)^(?:/b/(c)/(d)).*$', replacement },
  ]);
  const routes: { middlewares: unknown }[] = objectOf(chart, 'IngressRoute').spec.routes;
  expect(routes.map(({ middlewares }) => middlewares)).toEqual([
    [{ name: 'front-rewrite' }],
    [{ name: 'front-rewrite-2' }],
  ]);
});

test('who is not let in is turned away before anything is counted, and paths change last', () => {
  const chart = ingressCase(traefik, {
    rewrite: { replaceFullPath: '/x' },
    requestsPerSecondPerClient: 1,
    connectionsPerClient: 1,
    allowedSourceRanges: ['10.0.0.0/8'],
  });
  const [route] = objectOf(chart, 'IngressRoute').spec.routes;
  expect(route.middlewares.map(({ name }: { name: string }) => name)).toEqual([
    'front-allowed-sources',
    'front-rate-limit',
    'front-connections',
    'front-rewrite',
  ]);
});
