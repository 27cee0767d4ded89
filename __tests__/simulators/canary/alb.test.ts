import type { Manifest } from '../../../lib/kubernetes/manifest';
import type { HttpRequest } from '../../../lib/simulators/canary/http-request';
import { routerOf } from '../../../lib/simulators/canary/router-of';
import { albNotes, ingress, nginx, told } from '../../support/routes';

const ask = (all: readonly Manifest[], request: Partial<HttpRequest> = {}) =>
  routerOf(all, 'alb').route({ host: 'a.example.com', path: '/', ...request });
const who = (...args: Parameters<typeof ask>) => told(ask(...args));

type Given = NonNullable<Parameters<typeof ingress>[0]>;
const stable = (given: Given = {}) => ingress({ name: 'hello', className: 'alb', ...given });
const canary = (name: string, notes: Readonly<Record<string, string | number>>, given: Given = {}) =>
  ingress({
    name,
    className: 'alb',
    paths: [['/', 'next']],
    annotations: albNotes({ canary: 'true', ...notes }),
    ...given,
  });

const HEADER = { 'canary-by-header': 'location', 'canary-by-header-value': 'hz' };

/**
 * The samples of the documentation, and what the controller's code makes of the rest.
 *
 * @see https://www.alibabacloud.com/help/en/ack/serverless-kubernetes/user-guide/use-alb-ingresses-to-perform-canary-releases
 * @source alibaba/alibaba-load-balancer-controller@a9b1da3 pkg/controller/ingress/reconcile/builder/albconfig_manager/model_build_listener_rules.go
 */
describe('canaries', () => {
  const byHeader = canary('a-header', HEADER);
  const byCookie = canary('a-cookie', { 'canary-by-cookie': 'demo' });
  const byWeight = canary('z-weight', { 'canary-weight': 20 });

  test.each`
    all                                                                   | request                                                         | who                                     | because
    ${[stable(), byHeader]}                                               | ${{ headers: { Location: 'hz' } }}                              | ${'prod/next:80'}                       | ${'the value is the one asked for'}
    ${[stable(), byHeader]}                                               | ${{ headers: { location: 'sh' } }}                              | ${'prod/stable:80'}                     | ${'it is another'}
    ${[stable(), byHeader]}                                               | ${{ headers: { location: 'always' } }}                          | ${'prod/stable:80'}                     | ${'there is no "always" of headers'}
    ${[stable(), canary('a', { 'canary-by-header': 'x' })]}               | ${{ headers: { x: 'always' } }}                                 | ${'prod/stable:80'}                     | ${'a header without a value matches nothing'}
    ${[stable(), byCookie]}                                               | ${{ cookies: { demo: 'always' } }}                              | ${'prod/next:80'}                       | ${'the cookie is "always"'}
    ${[stable(), byCookie, byWeight]}                                     | ${{ cookies: { demo: 'never' } }}                               | ${'prod/stable:80 80, prod/next:80 20'} | ${'"never" is not known, and the weight decides'}
    ${[stable(), byWeight]}                                               | ${{}}                                                           | ${'prod/stable:80 80, prod/next:80 20'} | ${'the weight is a percentage'}
    ${[stable(), canary('a', { ...HEADER, 'canary-by-cookie': 'demo' })]} | ${{ headers: { location: 'hz' } }}                              | ${'prod/stable:80'}                     | ${'header and cookie of one Ingress both have to hold'}
    ${[stable(), canary('a', { ...HEADER, 'canary-by-cookie': 'demo' })]} | ${{ headers: { location: 'hz' }, cookies: { demo: 'always' } }} | ${'prod/next:80'}                       | ${'both do'}
    ${[stable(), canary('a', { ...HEADER, 'canary-weight': 50 })]}        | ${{ headers: { location: 'hz' } }}                              | ${'prod/stable:80'}                     | ${'a header beside a weight does nothing'}
    ${[stable(), canary('z-header', HEADER)]}                             | ${{ headers: { location: 'hz' } }}                              | ${'prod/stable:80'}                     | ${'it sorts after the stable, which takes all'}
    ${[stable(), canary('z-header', { ...HEADER, order: 1 })]}            | ${{ headers: { location: 'hz' } }}                              | ${'prod/next:80'}                       | ${'its order is smaller than 10'}
    ${[stable(), canary('a', HEADER, { host: 'b.example.com' })]}         | ${{ host: 'b.example.com', headers: { location: 'hz' } }}       | ${'404'}                                | ${'no ordinary Ingress has that host and path'}
    ${[stable(), canary('z', { 'canary-weight': 100 })]}                  | ${{}}                                                           | ${'prod/next:80'}                       | ${'100 leaves the stable nothing'}
  `('$who, since $because', ({ all, request, who: wanted }) => expect(who(all, request)).toBe(wanted));

  test('several canaries by weight get their percents together', () => {
    const other = canary('z-other', { 'canary-weight': 30 }, { paths: [['/', 'other']] });
    expect(who([stable(), byWeight, other])).toBe('prod/stable:80 50, prod/other:80 30, prod/next:80 20');
  });

  test('more than 100 together changes nothing, and is said', () => {
    const answer = ask([stable(), byWeight, canary('z-other', { 'canary-weight': 90 })]);
    expect([told(answer), answer.why.at(-1)?.text]).toEqual([
      'prod/stable:80',
      expect.stringContaining('more than 100 together'),
    ]);
  });

  test('annotations of ingress-nginx are read too, and first', () => {
    const notes = { ...nginx({ canary: 'true', 'canary-weight': 40 }), ...albNotes({ 'canary-weight': 20 }) };
    expect(who([stable(), canary('z', {}, { annotations: notes })])).toBe('prod/stable:80 60, prod/next:80 40');
  });

  test('an order that is given twice, or is out of its range, stops the whole load balancer', () => {
    const one = stable({ annotations: albNotes({ order: 5 }) });
    expect(ask([one, canary('a', { ...HEADER, order: 5 })]).why[0]?.text).toContain('order 5 is given twice');
    expect(ask([stable({ annotations: albNotes({ order: 1001 }) })]).why[0]?.text).toContain('order 1001');
  });
});

test.each`
  path       | pathType                    | notes                      | sent       | is
  ${'/'}     | ${'Prefix'}                 | ${{}}                      | ${'/x'}    | ${true}
  ${'/a'}    | ${'Prefix'}                 | ${{}}                      | ${'/a/b'}  | ${true}
  ${'/a'}    | ${'Prefix'}                 | ${{}}                      | ${'/ab'}   | ${false}
  ${'/a'}    | ${'Exact'}                  | ${{}}                      | ${'/a/'}   | ${false}
  ${'/a*'}   | ${'ImplementationSpecific'} | ${{}}                      | ${'/abc'}  | ${true}
  ${'/a?c'}  | ${'ImplementationSpecific'} | ${{}}                      | ${'/abc'}  | ${true}
  ${'/a'}    | ${'ImplementationSpecific'} | ${{}}                      | ${'/a/b'}  | ${false}
  ${'/V\\d'} | ${'Prefix'}                 | ${{ 'use-regex': 'true' }} | ${'/x/v1'} | ${true}
`('$path ($pathType) $notes takes $sent: $is', ({ path, pathType, notes, sent, is }) => {
  const all = [stable({ paths: [[path, 'stable', pathType]], annotations: albNotes(notes) })];
  expect(who(all, { path: sent })).toBe(is ? 'prod/stable:80' : '404');
});

test('a host with a certificate is for HTTPS alone, and redirects where that is asked for', () => {
  const spec = { tls: [{ hosts: ['a.example.com'], secretName: 'x' }] };
  expect([who([stable({ spec })]), who([stable({ spec })], { scheme: 'https' })]).toEqual(['404', 'prod/stable:80']);
  expect(who([stable({ spec, annotations: albNotes({ 'ssl-redirect': 'true' }) })])).toBe('308');
});

test('an action of an annotation answers itself, or forwards by weights', () => {
  const byAction = (action: unknown) => {
    const one = stable({ annotations: albNotes({ 'actions.hello': JSON.stringify([action]) }) });
    const backend = { service: { name: 'hello', port: { name: 'use-annotation' } } };
    const rules = [{ host: 'a.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }];
    return who([{ ...one, spec: { ingressClassName: 'alb', rules } }]);
  };
  expect(byAction({ type: 'Redirect', RedirectConfig: { httpCode: '302' } })).toBe('302');
  expect(byAction({ type: 'FixedResponse', FixedResponseConfig: { httpCode: '503' } })).toBe('503');
  const groups = [
    { ServiceName: 'a', ServicePort: 80, Weight: 80 },
    { ServiceName: 'b', ServicePort: 80, Weight: 20 },
  ];
  expect(byAction({ type: 'forward', ForwardConfig: { ServerGroups: groups } })).toBe('prod/a:80 80, prod/b:80 20');
});
