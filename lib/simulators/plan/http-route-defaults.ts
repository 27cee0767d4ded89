import { type Fill, filled } from './filled';

const ROUTE = 'gateway.networking.k8s.io/v1/HTTPRoute.spec';
const PATH = { type: 'PathPrefix', value: '/' };
const SERVICE = { group: '', kind: 'Service' };
const EXACT = { type: 'Exact' };

const filters = (place: string): (readonly [string, Fill])[] => [
  [`${place}.filters.cors`, filled({ maxAge: 5 })],
  [`${place}.filters.requestMirror.backendRef`, filled(SERVICE)],
  [`${place}.filters.requestMirror.fraction`, filled({ denominator: 100 })],
  [`${place}.filters.requestRedirect`, filled({ statusCode: 302 })],
];

/**
 * What the API server fills in of HTTPRoutes.
 *
 * @source gateway-api@1.6.3 config/crd/standard/gateway.networking.k8s.io_httproutes.yaml, every `default`
 */
export const HTTP_ROUTE_DEFAULTS: readonly (readonly [string, Fill])[] = [
  [ROUTE, filled({ rules: [{ matches: [{ path: PATH }] }] })],
  [`${ROUTE}.parentRefs`, filled({ group: 'gateway.networking.k8s.io', kind: 'Gateway' })],
  [`${ROUTE}.rules`, filled({ matches: [{ path: PATH }] })],
  [`${ROUTE}.rules.matches`, filled({ path: PATH })],
  [`${ROUTE}.rules.matches.path`, filled(PATH)],
  [`${ROUTE}.rules.matches.headers`, filled(EXACT)],
  [`${ROUTE}.rules.matches.queryParams`, filled(EXACT)],
  [`${ROUTE}.rules.backendRefs`, filled({ ...SERVICE, weight: 1 })],
  ...filters(`${ROUTE}.rules`),
  ...filters(`${ROUTE}.rules.backendRefs`),
];
