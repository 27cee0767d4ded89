import { askedBy } from '../../../lib/simulators/canary/asked';
import type { HttpRequest } from '../../../lib/simulators/canary/http-request';
import { routerOf } from '../../../lib/simulators/canary/router-of';
import { compiledRule } from '../../../lib/simulators/canary/traefik/rule';
import { manifestsOf, told } from '../../support/routes';

const takes = (rule: string, request: Partial<HttpRequest>) => {
  const compiled = compiledRule(rule);
  if (typeof compiled === 'string') throw new Error(compiled);
  return compiled.matches(askedBy({ host: 'example.com', path: '/', ...request }));
};

/** Cases of upstream's own tests, and of its documentation. @source github.com/traefik/traefik/v3@3.7.5 pkg/muxer/http/mux_test.go, matcher_test.go */
test.each`
  rule                                                 | request                                    | is
  ${'Host(`localhost`) && PathPrefix(`/css`)'}         | ${{ host: 'localhost', path: '/css' }}     | ${true}
  ${'Host(`localhost`) && PathPrefix(`/css`)'}         | ${{ host: 'localhost', path: '/js' }}      | ${false}
  ${'Host(`example.com`) || Host(`example.org`)'}      | ${{ host: 'example.org' }}                 | ${true}
  ${'Host(`EXAMPLE.com`)'}                             | ${{ host: 'Example.COM:8080' }}            | ${true}
  ${'Host(`example.com.`)'}                            | ${{}}                                      | ${true}
  ${'Host(`*.example.com`)'}                           | ${{ host: 'a.example.com' }}               | ${true}
  ${'Host(`*.example.com`)'}                           | ${{ host: 'a.b.example.com' }}             | ${false}
  ${'HostRegexp(`^[a-z]+\\.example\\.com$`)'}          | ${{ host: 'a.example.com' }}               | ${true}
  ${'HostRegexp(`^[a-z]+\\.example\\.com$`)'}          | ${{ host: '1.example.com' }}               | ${false}
  ${'!Host(`example.org`)'}                            | ${{}}                                      | ${true}
  ${'!(Host(`example.com`) && Path(`/css`))'}          | ${{ path: '/js' }}                         | ${true}
  ${'!(Host(`example.com`) || Path(`/css`))'}          | ${{ path: '/js' }}                         | ${false}
  ${'Host(`x`) || Host(`example.com`) && Path(`/a`)'}  | ${{ path: '/b' }}                          | ${false}
  ${'Host(`example.com`) && Path(`/a`) || Path(`/b`)'} | ${{ host: 'x', path: '/b' }}               | ${true}
  ${'host(`example.com`) && PATHPREFIX(`/`)'}          | ${{}}                                      | ${true}
  ${'Path(`/a`)'}                                      | ${{ path: '/a/' }}                         | ${false}
  ${'PathPrefix(`/a`)'}                                | ${{ path: '/ab' }}                         | ${true}
  ${'PathRegexp(`^/(css|js)`)'}                        | ${{ path: '/css/x' }}                      | ${true}
  ${'PathRegexp(`(?i)^/CSS`)'}                         | ${{ path: '/css' }}                        | ${true}
  ${'Method(`post`)'}                                  | ${{ method: 'POST' }}                      | ${true}
  ${'Header(`X-Canary`, `always`)'}                    | ${{ headers: { 'x-canary': 'always' } }}   | ${true}
  ${'Header(`X-Canary`, `always`)'}                    | ${{ headers: { 'x-canary': 'Always' } }}   | ${false}
  ${'HeaderRegexp(`X-User`, `test[0-9]+`)'}            | ${{ headers: { 'X-User': 'a-test1-b' } }}  | ${true}
  ${'HeaderRegexp(`X-User`, `.*`)'}                    | ${{}}                                      | ${false}
  ${'HeaderRegexp("Cookie", "(^|;\\\\s*)a=b(;|$)")'}   | ${{ cookies: { x: 'y', a: 'b', c: 'd' } }} | ${true}
  ${'HeaderRegexp("Cookie", "(^|;\\\\s*)a=b(;|$)")'}   | ${{ cookies: { xa: 'b' } }}                | ${false}
  ${'Query(`q`, `x`)'}                                 | ${{ path: '/?q=y&q=x' }}                   | ${true}
  ${'Query(`q`)'}                                      | ${{ path: '/?q=x' }}                       | ${false}
  ${'Query(`q`)'}                                      | ${{ path: '/?q' }}                         | ${true}
  ${'QueryRegexp(`q`, `^x`)'}                          | ${{ path: '/?q=xy' }}                      | ${true}
`('$rule takes $request: $is', ({ rule, request, is }) => expect(takes(rule, request)).toBe(is));

test.each`
  rule                            | fault
  ${''}                           | ${'ends where a matcher has to be'}
  ${'rulewithnotmatcher'}         | ${'( is missing before the end'}
  ${'Host(example.com)'}          | ${'example stands where a text in backticks or quotes has to be'}
  ${'Host(`a`, `b`)'}             | ${'Host does not take 2 values'}
  ${'Host(``)'}                   | ${'Host has an empty value'}
  ${'Cookie(`a`, `b`)'}           | ${'there is no matcher Cookie'}
  ${'Path(`a`)'}                  | ${'Path: path a does not begin with "/"'}
  ${'HeaderRegexp(`a`, `[`)'}     | ${'HeaderRegexp: [ is no regular expression of Go'}
  ${'HeaderRegexp(`a`, `(?!x)`)'} | ${'HeaderRegexp: (?!x) is no regular expression of Go'}
  ${'(Host(`a`)'}                 | ${') is missing before the end'}
  ${'Host(`a`) Host(`b`)'}        | ${'unexpected Host'}
`('$rule is no rule: $fault', ({ rule, fault }) => expect(compiledRule(rule)).toBe(fault));

const route = (routes: string, spec = '') => `
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: {name: hello, namespace: prod}
spec:
  ${spec}
  routes: ${routes}
---`;
const division = (name: string, services: string, rest = '') => `
apiVersion: traefik.io/v1alpha1
kind: TraefikService
metadata: {name: ${name}, namespace: prod}
spec: {weighted: {services: ${services}${rest}}}
---`;
const HOST = 'Host(`a.example.com`)';
const to = (name: string, rest = '') => `[{name: ${name}, port: 80${rest}}]`;
const ask = (text: string, request: Partial<HttpRequest> = {}) =>
  routerOf(manifestsOf(text), 'traefik').route({ host: 'a.example.com', path: '/', ...request });
const who = (...args: Parameters<typeof ask>) => told(ask(...args));

describe('IngressRoutes', () => {
  test('the longer rule is asked first, unless priorities say otherwise', () => {
    const text = (priority: string) =>
      route(
        `[{match: '${HOST}', services: ${to('short')}${priority}}, {match: '${HOST} && PathPrefix(\`/\`)', services: ${to('long')}}]`,
      );
    expect([who(text('')), who(text(', priority: 100'))]).toEqual(['prod/long:80', 'prod/short:80']);
  });

  test('which of two with the same priority is asked first is open, and is said', () => {
    const { why } = ask(
      route(
        `[{match: '${HOST}', services: ${to('a')}, priority: 1}, {match: 'PathPrefix(\`/\`)', services: ${to('b')}, priority: 1}]`,
      ),
    );
    expect(why.map(({ verdict }) => verdict)).toEqual(['takes', 'either']);
  });

  test('one with tls is for HTTPS, one without for plain HTTP', () => {
    const text = route(`[{match: '${HOST}', services: ${to('a')}}]`, 'tls: {}');
    expect([who(text), who(text, { scheme: 'https' })]).toEqual(['404', 'prod/a:80']);
  });

  test('several services of a route divide by weight, which is 1 where none is given', () => {
    const services = '[{name: a, port: 80, weight: 3}, {name: b, port: 80}, {name: c, port: 80, weight: 0}]';
    expect(who(route(`[{match: '${HOST}', services: ${services}}]`))).toBe('prod/a:80 75, prod/b:80 25');
  });

  test('a rule that is none makes no router, and its reason is given', () => {
    const answer = ask(route(`[{match: 'Host(x)', services: ${to('a')}}]`));
    expect([told(answer), answer.why.at(-1)?.verdict]).toEqual(['404', 'ignored']);
  });

  test.each`
    service                                      | because
    ${'[{kind: TraefikService, name: none}]'}    | ${'there is no TraefikService prod/none'}
    ${'[{name: a, namespace: other, port: 80}]'} | ${'is in another namespace'}
    ${'[]'}                                      | ${'it has no service'}
  `('$service makes no router: $because', ({ service, because }) => {
    const answer = ask(route(`[{match: '${HOST}', services: ${service}}]`));
    expect(told(answer)).toBe('404');
    expect(answer.why.at(-1)?.text).toContain(because);
  });

  test('a Middleware that redirects answers itself', () => {
    const middleware =
      '{apiVersion: traefik.io/v1alpha1, kind: Middleware, metadata: {name: https, namespace: prod}, spec: {redirectScheme: {scheme: https, permanent: true}}}\n---';
    const text = middleware + route(`[{match: '${HOST}', services: ${to('a')}, middlewares: [{name: https}]}]`);
    expect([who(text), who(text, { method: 'POST' })]).toEqual(['301', '308']);
  });
});

describe('TraefikServices', () => {
  const through = (name: string) => route(`[{match: '${HOST}', services: [{kind: TraefikService, name: ${name}}]}]`);

  test('one within another gets the part of its part', () => {
    const text =
      division('outer', '[{kind: TraefikService, name: inner, weight: 1}, {name: c, port: 80, weight: 2}]') +
      division('inner', '[{name: a, port: 80, weight: 1}, {name: c, port: 80, weight: 3}]') +
      through('outer');
    const { shares } = ask(text);
    expect(shares.map(({ to: place, part }) => [Reflect.get(place, 'service'), part])).toEqual([
      ['a', { part: 1, of: 12 }],
      ['c', { part: 11, of: 12 }],
    ]);
  });

  test('all weights 0: nobody is available', () => {
    expect(who(division('d', '[{name: a, port: 80, weight: 0}]') + through('d'))).toBe('503');
  });

  test('a ring of them makes no router', () => {
    const text =
      division('a', '[{kind: TraefikService, name: b}]') + division('b', '[{kind: TraefikService, name: a}]');
    expect(ask(text + through('a')).why.at(-1)?.text).toContain('leads to itself');
  });

  test.each`
    session     | who
    ${'prod/b'} | ${'prod/b:80'}
    ${'prod/c'} | ${'prod/a:80 75, prod/b:80 25'}
    ${'prod/d'} | ${'prod/a:80 75, prod/b:80 25'}
  `('a client of $session keeps to it, unless it has weight 0 or is not there: $who', ({ session, who: wanted }) => {
    const services = '[{name: a, port: 80, weight: 3}, {name: b, port: 80, weight: 1}, {name: c, port: 80, weight: 0}]';
    const sticky = division('d', services, ', sticky: {cookie: {name: x}}') + through('d');
    expect(who(sticky, { session })).toBe(wanted);
    expect(who(division('d', services) + through('d'), { session })).toBe('prod/a:80 75, prod/b:80 25');
  });

  test('a mirror changes nothing', () => {
    const text = `
apiVersion: traefik.io/v1alpha1
kind: TraefikService
metadata: {name: m, namespace: prod}
spec: {mirroring: {name: a, port: 80, mirrors: [{name: b, port: 80, percent: 50}]}}
---`;
    expect(who(text + through('m'))).toBe('prod/a:80');
  });
});
