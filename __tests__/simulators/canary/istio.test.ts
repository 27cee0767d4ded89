import type { HttpRequest } from '../../../lib/simulators/canary/http-request';
import { routerOf } from '../../../lib/simulators/canary/router-of';
import { manifestsOf, told } from '../../support/routes';

const service = (http: string, hosts = '[a.example.com]', name = 'hello') => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: prod}
spec:
  hosts: ${hosts}
  http: ${http}
---`;
const to = (host: string, rest = '') => `{destination: {host: ${host}}${rest}}`;
const ask = (text: string, request: Partial<HttpRequest> = {}) =>
  routerOf(manifestsOf(text), 'istio').route({ host: 'a.example.com', path: '/', ...request });
const who = (...args: Parameters<typeof ask>) => told(ask(...args));

/** @source istio.io/api@1.31.1 networking/v1/virtual_service.proto HTTPMatchRequest, StringMatch */
test.each`
  match                                                                  | request                                   | is
  ${'{}'}                                                                | ${{}}                                     | ${true}
  ${'{uri: {exact: /a}}'}                                                | ${{ path: '/a?b=c' }}                     | ${true}
  ${'{uri: {exact: /a}}'}                                                | ${{ path: '/a/' }}                        | ${false}
  ${'{uri: {prefix: /a}}'}                                               | ${{ path: '/ab' }}                        | ${true}
  ${'{uri: {prefix: /A}, ignoreUriCase: true}'}                          | ${{ path: '/ab' }}                        | ${true}
  ${'{uri: {regex: "/v[0-9]"}}'}                                         | ${{ path: '/v1' }}                        | ${true}
  ${'{uri: {regex: "/v[0-9]"}}'}                                         | ${{ path: '/v1/x' }}                      | ${false}
  ${'{method: {exact: POST}}'}                                           | ${{ method: 'post' }}                     | ${true}
  ${'{scheme: {exact: https}}'}                                          | ${{}}                                     | ${false}
  ${'{headers: {x-canary: {exact: always}}}'}                            | ${{ headers: { 'X-Canary': 'always' } }}  | ${true}
  ${'{headers: {x-canary: {exact: always}}}'}                            | ${{}}                                     | ${false}
  ${'{headers: {x-canary: {}}}'}                                         | ${{ headers: { 'X-Canary': 'x' } }}       | ${true}
  ${'{headers: {x-canary: {regex: "v[0-9]"}}}'}                          | ${{ headers: { 'X-Canary': 'a-v1' } }}    | ${false}
  ${'{headers: {cookie: {regex: "^(.*?;)?\\\\s*(try=always)(;.*)?$"}}}'} | ${{ cookies: { a: 'b', try: 'always' } }} | ${true}
  ${'{headers: {cookie: {regex: "^(.*?;)?\\\\s*(try=always)(;.*)?$"}}}'} | ${{ cookies: { 'not-try': 'always' } }}   | ${false}
  ${'{withoutHeaders: {x-canary: {exact: never}}}'}                      | ${{}}                                     | ${true}
  ${'{withoutHeaders: {x-canary: {exact: never}}}'}                      | ${{ headers: { 'X-Canary': 'never' } }}   | ${false}
  ${'{queryParams: {v: {exact: "2"}}}'}                                  | ${{ path: '/?v=2' }}                      | ${true}
  ${'{authority: {prefix: a.}}'}                                         | ${{}}                                     | ${true}
  ${'{uri: {prefix: /a}, headers: {x: {exact: "1"}}}'}                   | ${{ path: '/a' }}                         | ${false}
`('$match takes $request: $is', ({ match, request, is }) => {
  expect(who(service(`[{match: [${match}], route: [${to('next')}]}]`), request)).toBe(is ? 'prod/next:80' : '404');
});

test('the first route in the list that matches wins, not the most exact one', () => {
  const routes = `[{match: [{uri: {prefix: /}}], route: [${to('first')}]}, {match: [{uri: {exact: /a}}], route: [${to('second')}]}]`;
  expect(who(service(routes), { path: '/a' })).toBe('prod/first:80');
});

test('one of several conditions is enough', () => {
  const routes = `[{match: [{uri: {exact: /a}}, {headers: {x: {exact: '1'}}}], route: [${to('it')}]}]`;
  expect([
    who(service(routes), { path: '/a' }),
    who(service(routes), { headers: { x: '1' } }),
    who(service(routes)),
  ]).toEqual(['prod/it:80', 'prod/it:80', '404']);
});

/** @source istio.io/api@1.31.1 networking/v1/virtual_service.proto HTTPRouteDestination.weight, Destination.host */
test.each`
  route                                                             | who                             | because
  ${[to('a', ', weight: 9'), to('b', ', weight: 1')]}               | ${'prod/a:80 90, prod/b:80 10'} | ${'weights are parts of their sum'}
  ${[to('a', ', weight: 0')]}                                       | ${'prod/a:80'}                  | ${'one alone gets all'}
  ${[to('a', ', weight: 5'), to('b')]}                              | ${'prod/a:80'}                  | ${'a weight that is left out beside others is 0'}
  ${[to('a.other.svc.cluster.local')]}                              | ${'other/a:80'}                 | ${'a long host names its namespace'}
  ${['{destination: {host: a, subset: v2, port: {number: 8080}}}']} | ${'prod/a:8080 (v2)'}           | ${'subset and port are said'}
`('$route: $who, since $because', ({ route, who: wanted }) => {
  expect(who(service(`[{route: [${route.join(', ')}]}]`))).toBe(wanted);
});

test('a redirect and a direct response answer themselves', () => {
  expect(who(service('[{redirect: {uri: /x}}]'))).toBe('301');
  expect(who(service('[{redirect: {uri: /x, redirectCode: 302}}]'))).toBe('302');
  expect(who(service('[{directResponse: {status: 418}}]'))).toBe('418');
});

test('the most exact host has the request to itself', () => {
  const all =
    service(`[{route: [${to('star')}]}]`, "['*.example.com']", 'star') +
    service(`[{match: [{uri: {exact: /a}}], route: [${to('exact')}]}]`) +
    service(`[{route: [${to('every')}]}]`, "['*']", 'every');
  const hosts = ['a.example.com', 'b.example.com', 'x.y.example.com', 'example.org'];
  expect(hosts.map((host) => who(all, { host, path: '/b' }))).toEqual([
    '404',
    'prod/star:80',
    'prod/star:80',
    'prod/every:80',
  ]);
});
