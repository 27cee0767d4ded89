import type { Manifest } from '../../../lib/kubernetes/manifest';
import type { HttpRequest } from '../../../lib/simulators/canary/http-request';
import { routerOf } from '../../../lib/simulators/canary/router-of';
import { ingress, manifestsOf, nginx, told } from '../../support/routes';

const ask = (all: readonly Manifest[], request: Partial<HttpRequest> = {}) =>
  routerOf(all, 'ingress-nginx').route({ host: 'a.example.com', path: '/', ...request });
const who = (all: readonly Manifest[], request: Partial<HttpRequest> = {}) => told(ask(all, request));

const canary = (notes: Readonly<Record<string, string | number>>, given: Parameters<typeof ingress>[0] = {}) =>
  ingress({ name: 'hello-canary', paths: [['/', 'next']], annotations: nginx({ canary: 'true', ...notes }), ...given });

describe('paths', () => {
  /** @see https://kubernetes.github.io/ingress-nginx/user-guide/ingress-path-matching/, https://nginx.org/en/docs/http/ngx_http_core_module.html#location */
  const paths = [
    ingress({
      paths: [
        ['/', 'root'],
        ['/api', 'prefix'],
        ['/api/v1', 'exact', 'Exact'],
        ['/api/v1', 'deeper'],
        ['/own', 'own', 'ImplementationSpecific'],
        ['/slash/', 'slash'],
      ],
    }),
  ];

  test.each`
    path            | service     | because
    ${'/'}          | ${'root'}   | ${'the root takes the rest'}
    ${'/x'}         | ${'root'}   | ${'no longer prefix'}
    ${'/api'}       | ${'prefix'} | ${'a prefix takes the path itself'}
    ${'/api/'}      | ${'prefix'} | ${'and with a slash'}
    ${'/api/x'}     | ${'prefix'} | ${'and below'}
    ${'/apis'}      | ${'root'}   | ${'whole segments count'}
    ${'/API'}       | ${'root'}   | ${'the case of letters counts'}
    ${'/api/v1'}    | ${'exact'}  | ${'exact comes before prefix'}
    ${'/api/v1/x'}  | ${'deeper'} | ${'the longest prefix'}
    ${'/ownership'} | ${'own'}    | ${'ImplementationSpecific is a prefix of letters'}
    ${'/slash'}     | ${'301'}    | ${'nginx adds the slash that a prefix ends with'}
    ${'/a/../api'}  | ${'prefix'} | ${'dotted segments are resolved'}
    ${'//api'}      | ${'prefix'} | ${'empty segments are left out'}
    ${'/%61pi'}     | ${'prefix'} | ${'it is decoded first'}
    ${'/api?x=/v1'} | ${'prefix'} | ${'the query is no part of it'}
  `('$path reaches $service: $because', ({ path, service }) => {
    expect(who(paths, { path })).toBe(/\d/.test(service) ? service : `prod/${service}:80`);
  });

  test('one Ingress with regular expressions makes all paths of the host regular expressions, longest first', () => {
    const all = [
      ingress({
        name: 'plain',
        paths: [
          ['/foo', 'plain'],
          ['/exactly', 'exact', 'Exact'],
        ],
      }),
      ingress({
        name: 'words',
        paths: [['/foo/[a-z]+/x', 'words', 'ImplementationSpecific']],
        annotations: nginx({ 'use-regex': 'true' }),
      }),
    ];
    expect(['/foobar', '/FOO', '/foo/abc/x', '/exactly-not'].map((path) => who(all, { path }))).toEqual([
      'prod/plain:80',
      'prod/plain:80',
      'prod/words:80',
      'prod/exact:80',
    ]);
    expect(who([all[0] as Manifest], { path: '/foobar' })).toBe('404');
  });

  test('a rewrite makes regular expressions too', () => {
    const all = [
      ingress({
        paths: [['/v[0-9]', 'words', 'ImplementationSpecific']],
        annotations: nginx({ 'rewrite-target': '/' }),
      }),
    ];
    expect([who(all, { path: '/v1/x' }), who(all, { path: '/vx' })]).toEqual(['prod/words:80', '404']);
  });

  test('the older of two Ingresses keeps a path, and of two of the same age the last by name', () => {
    const [one, other] = [ingress({ name: 'a', paths: [['/', 'a']] }), ingress({ name: 'b', paths: [['/', 'b']] })];
    expect(who([one, other])).toBe('prod/b:80');
    const old = ingress({ name: 'a', paths: [['/', 'a']], created: '2026-01-01T00:00:00Z' });
    expect(who([ingress({ name: 'b', paths: [['/', 'b']], created: '2026-01-02T00:00:00Z' }), old])).toBe('prod/a:80');
  });
});

describe('hosts', () => {
  const hosts = [
    ingress({ name: 'exact', paths: [['/', 'exact']] }),
    ingress({ name: 'star', host: '*.example.com', paths: [['/', 'star']] }),
    ingress({ name: 'every', host: '', paths: [['/', 'every']] }),
    ingress({
      name: 'alias',
      host: 'b.example.org',
      paths: [['/', 'alias']],
      annotations: nginx({ 'server-alias': 'c.example.org' }),
    }),
  ];

  test.each`
    host                  | service
    ${'a.example.com'}    | ${'exact'}
    ${'A.Example.com:80'} | ${'exact'}
    ${'x.example.com'}    | ${'star'}
    ${'x.y.example.com'}  | ${'every'}
    ${'example.com'}      | ${'every'}
    ${'c.example.org'}    | ${'alias'}
    ${'nobody.invalid'}   | ${'every'}
  `('$host reaches $service', ({ host, service }) => expect(who(hosts, { host })).toBe(`prod/${service}:80`));

  test('a path that the host does not have is not looked for on every host', () => {
    const all = [ingress({ paths: [['/api', 'api']] }), ingress({ name: 'every', host: '', paths: [['/', 'every']] })];
    expect(who(all, { path: '/other' })).toBe('404');
  });

  test('a default backend answers where no path of the Ingress does', () => {
    const spec = { defaultBackend: { service: { name: 'rest', port: { number: 80 } } } };
    const all = [ingress({ paths: [['/api', 'api']], spec })];
    expect([who(all, { path: '/api' }), who(all, { path: '/x' })]).toEqual(['prod/api:80', 'prod/rest:80']);
  });

  test('Ingresses of another class are not its own', () => {
    const classes = manifestsOf(
      '{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: other}, spec: {controller: example.com/other}}',
    );
    expect(who([ingress({ className: 'other' }), ...classes])).toBe('404');
    expect(who([ingress({ className: 'alb' })])).toBe('404');
  });
});

describe('canaries', () => {
  const BAD_BUT_TAKEN = { 'canary-by-header': 'X-Canary' };

  test.each`
    notes                                                                          | headers                     | who                                                              | because
    ${{ 'canary-weight': '10%' }}                                                  | ${{}}                       | ${'prod/stable:80'}                                              | ${'no whole number is 0'}
    ${{ 'canary-weight': '10.5' }}                                                 | ${{}}                       | ${'prod/stable:80'}                                              | ${'no whole number is 0'}
    ${{ 'canary-weight': 30, 'canary-weight-total': 'x' }}                         | ${{}}                       | ${'prod/stable:80 70, prod/next:80 30'}                          | ${'no whole number is 100'}
    ${{ 'canary-weight': 50, 'canary-weight-total': 50 }}                          | ${{}}                       | ${'prod/stable:80 50, prod/next:80 50'}                          | ${'a total below 100 is 100'}
    ${{ 'canary-weight': 1, 'canary-weight-total': 3000 }}                         | ${{}}                       | ${`prod/stable:80 ${299900 / 3000}, prod/next:80 ${100 / 3000}`} | ${'parts are exact'}
    ${{ ...BAD_BUT_TAKEN, 'canary-by-header-value': 'a@b' }}                       | ${{ 'X-Canary': 'a@b' }}    | ${'prod/stable:80'}                                              | ${'a value with such a sign is read as none'}
    ${{ ...BAD_BUT_TAKEN, 'canary-by-header-value': 'a@b' }}                       | ${{ 'X-Canary': 'always' }} | ${'prod/next:80'}                                                | ${'and so "always" decides'}
    ${{ ...BAD_BUT_TAKEN, 'canary-by-header-pattern': 'v{1,3}' }}                  | ${{ 'X-Canary': 'vv' }}     | ${'prod/stable:80'}                                              | ${'a pattern with a comma is read as none'}
    ${{ ...BAD_BUT_TAKEN, 'canary-by-header-pattern': 'v{1,3}' }}                  | ${{ 'X-Canary': 'always' }} | ${'prod/next:80'}                                                | ${'and so "always" decides'}
    ${{ ...BAD_BUT_TAKEN, 'canary-by-header-pattern': '[', 'canary-weight': 100 }} | ${{ 'X-Canary': 'v' }}      | ${'prod/stable:80'}                                              | ${'a broken pattern ends it: the weight is not asked'}
    ${{ ...BAD_BUT_TAKEN, 'canary-by-header-pattern': '(?=b)b$' }}                 | ${{ 'X-Canary': 'ab' }}     | ${'prod/next:80'}                                                | ${'PCRE looks ahead'}
    ${{ ...BAD_BUT_TAKEN, 'canary-by-header-value': 'v2', 'canary-weight': 100 }}  | ${{ 'X-Canary': 'never' }}  | ${'prod/next:80'}                                                | ${'"never" says nothing beside a value'}
    ${{ 'canary-by-cookie': 'try' }}                                               | ${{ Cookie: 'TRY=always' }} | ${'prod/next:80'}                                                | ${'nginx reads names of cookies in any case'}
    ${{ canary: '1', 'canary-weight': 100 }}                                       | ${{}}                       | ${'prod/next:80'}                                                | ${'Go reads 1 as true'}
  `('$notes with $headers: $who, since $because', ({ notes, headers, who: wanted }) => {
    expect(who([ingress(), canary(notes)], { headers })).toBe(wanted);
  });

  test('what is not "true" makes an ordinary Ingress of it, and says so', () => {
    const [old, young] = [{ created: '2026-01-01T00:00:00Z' }, { created: '2026-01-02T00:00:00Z' }];
    const all = [ingress(old), canary({ canary: 'yes', 'canary-weight': 100 }, young)];
    expect(who(all)).toBe('prod/stable:80');
    expect(ask(all).why.at(-1)?.text).toContain('an ordinary Ingress');
    expect(who([ingress(young), canary({ canary: 'yes', 'canary-weight': 100 }, old)])).toBe('prod/next:80');
  });

  test('it is a canary of the Service: every host and path that sends there has it', () => {
    const other = ingress({ name: 'other', host: 'other.example.com', paths: [['/deep', 'stable']] });
    const all = [ingress(), other, canary({ 'canary-weight': 100 })];
    expect(who(all, { host: 'other.example.com', path: '/deep/x' })).toBe('prod/next:80');
  });

  test.each`
    given                                                   | because
    ${{ host: 'b.example.com' }}                            | ${'another host'}
    ${{ paths: [['/api', 'next']] }}                        | ${'another path'}
    ${{ paths: [['/', 'next', 'Exact']] }}                  | ${'another type'}
    ${{ paths: [['/', 'next', 'ImplementationSpecific']] }} | ${'another type'}
  `('it does nothing for $because', ({ given }) => {
    const answer = ask([ingress(), canary({ 'canary-weight': 100 }, given)]);
    expect(told(answer)).toBe('prod/stable:80');
    expect(answer.why.at(-1)).toMatchObject({ object: 'Ingress prod/hello-canary', verdict: 'ignored' });
  });

  test('it may stand in another namespace', () => {
    expect(who([ingress(), canary({ 'canary-weight': 100 }, { namespace: 'next' })])).toBe('next/next:80');
  });

  test('of several only the oldest gets requests', () => {
    const old = canary({ 'canary-weight': 50 }, { name: 'z', paths: [['/', 'old']], created: '2026-01-01T00:00:00Z' });
    const young = canary({ 'canary-weight': 100 }, { name: 'a', created: '2026-01-02T00:00:00Z' });
    const answer = ask([young, ingress(), old]);
    expect(told(answer)).toBe('prod/stable:80 50, prod/old:80 50');
    expect(answer.why).toContainEqual(expect.objectContaining({ object: 'Ingress prod/a', verdict: 'ignored' }));
  });

  test('its Service must not be what an ordinary Ingress sends to: then that one is lost, or it is no canary', () => {
    const preview = ingress({ name: 'preview', host: 'preview.example.com', paths: [['/', 'next']] });
    const first = canary({ 'canary-weight': 100 }, { created: '2026-01-01T00:00:00Z' });
    const late = { ...preview, metadata: { ...preview.metadata, creationTimestamp: '2026-01-02T00:00:00Z' } };
    expect(who([first, ingress(), late], { host: 'preview.example.com' })).toBe('404');
    const later = canary({ 'canary-weight': 100 }, { created: '2026-01-03T00:00:00Z' });
    expect(who([ingress({ created: '2026-01-01T00:00:00Z' }), late, later])).toBe('prod/stable:80');
  });

  test('other annotations on it mean nothing', () => {
    const all = [
      ingress(),
      canary({ 'canary-weight': 100, 'permanent-redirect': 'https://x.example.com', 'use-regex': 'true' }),
    ];
    expect([who(all), who(all, { path: '/anything' })]).toEqual(['prod/next:80', 'prod/next:80']);
  });
});

describe('sessions', () => {
  const sticky = ingress({ annotations: nginx({ affinity: 'cookie' }) });
  const rules = canary({ 'canary-by-header': 'X-Canary', 'canary-weight': 50 });

  test.each`
    session          | headers                     | who
    ${'prod/stable'} | ${{ 'X-Canary': 'always' }} | ${'prod/stable:80'}
    ${'prod/next'}   | ${{ 'X-Canary': 'never' }}  | ${'prod/next:80'}
    ${undefined}     | ${{ 'X-Canary': 'always' }} | ${'prod/next:80'}
    ${'prod/gone'}   | ${{}}                       | ${'prod/stable:80 50, prod/next:80 50'}
  `('a client of $session with $headers: $who', ({ session, headers, who: wanted }) => {
    expect(who([sticky, rules], { session, headers })).toBe(wanted);
  });

  test('without affinity no session counts', () => {
    expect(who([ingress(), rules], { session: 'prod/stable', headers: { 'X-Canary': 'always' } })).toBe('prod/next:80');
  });
});

describe('Services', () => {
  const serving = (name: string, replicas: number) => `
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: prod}
spec: {selector: {app: ${name}}, ports: [{name: http, port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: prod}
spec: {replicas: ${replicas}, selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}}}
---`;

  test.each`
    stable | next | who
    ${1}   | ${0} | ${'prod/stable:80'}
    ${0}   | ${1} | ${'503'}
    ${1}   | ${1} | ${'prod/next:80'}
  `('$stable Pods of the stable, $next of the canary at 100: $who', ({ stable, next, who: wanted }) => {
    const pods = manifestsOf(serving('stable', stable) + serving('next', next));
    expect(who([ingress(), canary({ 'canary-weight': 100 }), ...pods])).toBe(wanted);
  });

  test('a port that is named is told by its number', () => {
    const named = ingress();
    const spec = {
      rules: [
        {
          host: 'a.example.com',
          http: {
            paths: [
              { path: '/', pathType: 'Prefix', backend: { service: { name: 'stable', port: { name: 'http' } } } },
            ],
          },
        },
      ],
    };
    expect(
      who([{ ...named, spec: { ...spec, ingressClassName: 'nginx' } }, ...manifestsOf(serving('stable', 1))]),
    ).toBe('prod/stable:80');
  });

  test('EndpointSlices say more than workloads do', () => {
    const slice = manifestsOf(
      '{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: s, namespace: prod, labels: {kubernetes.io/service-name: stable}}, endpoints: [{conditions: {serving: false}}]}',
    );
    expect(who([ingress(), ...manifestsOf(serving('stable', 1)), ...slice])).toBe('503');
  });
});

describe('redirects', () => {
  const tls = { tls: [{ hosts: ['a.example.com'], secretName: 'x' }] };

  test.each`
    notes                                                               | spec   | scheme     | who                 | because
    ${{}}                                                               | ${tls} | ${'http'}  | ${'308'}            | ${'there is a certificate'}
    ${{}}                                                               | ${tls} | ${'https'} | ${'prod/stable:80'} | ${'it came encrypted'}
    ${{ 'ssl-redirect': 'false' }}                                      | ${tls} | ${'http'}  | ${'prod/stable:80'} | ${'it is turned off'}
    ${{ 'force-ssl-redirect': 'true' }}                                 | ${{}}  | ${'http'}  | ${'308'}            | ${'it is forced'}
    ${{ 'permanent-redirect': 'https://x.example.com' }}                | ${{}}  | ${'https'} | ${'301'}            | ${'it is elsewhere'}
    ${{ 'temporal-redirect': '/x', 'permanent-redirect': '/y' }}        | ${{}}  | ${'http'}  | ${'302'}            | ${'the temporal one comes first'}
    ${{ 'permanent-redirect': '/x', 'permanent-redirect-code': '308' }} | ${{}}  | ${'http'}  | ${'308'}            | ${'the code is said'}
    ${{ 'permanent-redirect': '/x', 'permanent-redirect-code': '200' }} | ${{}}  | ${'http'}  | ${'301'}            | ${'200 is no redirect'}
  `('$notes by $scheme: $who, since $because', ({ notes, spec, scheme, who: wanted }) => {
    expect(who([ingress({ annotations: nginx(notes), spec })], { scheme })).toBe(wanted);
  });
});

test('the reasons name every object that was asked, in order, with the one that decides', () => {
  const { why } = ask(
    [ingress(), canary({ 'canary-by-header': 'X-Canary', 'canary-by-cookie': 'try', 'canary-weight': 10 })],
    {
      headers: { 'X-Canary': 'perhaps' },
      cookies: { try: 'never' },
    },
  );
  expect(why.map(({ object, verdict, text }) => `${verdict} ${object}: ${text}`)).toEqual([
    'takes Ingress prod/hello: host a.example.com, path / (Prefix) matches',
    'passes Ingress prod/hello-canary: canary-by-header X-Canary: "perhaps" is neither "always" nor "never"',
    'takes Ingress prod/hello-canary: canary-by-cookie try: "never"',
  ]);
});
