import { ProjectCopy } from '../support/project-copy';

jest.setTimeout(60_000);

const ROUTE = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: shop }
spec:
  parentRefs: [{ name: public }]
  hostnames: [shop.example.com]
  rules:
    - matches: [{ headers: [{ name: X-Canary, value: always }] }]
      backendRefs: [{ name: next, port: 80 }]
    - backendRefs: [{ name: stable, port: 80, weight: 2 }, { name: next, port: 80, weight: 1 }]
`;

let project: ProjectCopy;
beforeAll(() => {
  project = new ProjectCopy();
  project.write('shop.yaml', ROUTE);
  project.write('nothing.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n');
  project.write('broken.yaml', 'a: b: c\n');
});
afterAll(() => project.remove());

const route = (...args: readonly string[]) => project.command('route', ...args);

test('says who gets a request of dist/, and why', () => {
  const { status, stdout, stderr } = route(
    'https://hello.example.com/a?b=c',
    '-H',
    'X-Canary: perhaps',
    '--env',
    'prod',
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe(`GET https://hello.example.com/a?b=c
  X-Canary: perhaps

ingress-nginx
   90 %  prod/hello:80
   10 %  prod/hello-canary:80

  takes    Ingress prod/hello         host hello.example.com, path / (Prefix) matches
  passes   Ingress prod/hello-canary  canary-by-header X-Canary: "perhaps" is neither "always" nor "never"
  takes    Ingress prod/hello-canary  canary-weight 10 of 100
`);
});

test('says it of any file, by the proxy that its objects are for', () => {
  const { status, stdout } = route('shop.example.com', 'shop.yaml', '-H', 'x-canary:always');
  expect(status).toBe(0);
  expect(stdout).toContain('gateway-api\n  100 %  shop/next:80\n');
});

test('says it to programs, exactly', () => {
  const { stdout } = route('shop.example.com', 'shop.yaml', '--format', 'json');
  const { request, answers } = JSON.parse(stdout);
  expect(request).toMatchObject({ scheme: 'http', host: 'shop.example.com', path: '/', method: 'GET', session: null });
  expect(answers[0].shares).toEqual([
    { namespace: 'shop', service: 'stable', port: 80, subset: null, status: null, part: 2, of: 3, percent: 200 / 3 },
    { namespace: 'shop', service: 'next', port: 80, subset: null, status: null, part: 1, of: 3, percent: 100 / 3 },
  ]);
  expect(answers[0].why.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['passes', 'takes']);
});

test.each`
  args                                                                      | provider
  ${['hello.example.com', '--provider', 'traefik-ingress-nginx']}           | ${'traefik-ingress-nginx'}
  ${['shop.example.com', 'shop.yaml', '--provider', 'traefik-gateway-api']} | ${'traefik-gateway-api'}
`('asks $provider', ({ args, provider }) => expect(route(...args).stdout).toContain(`\n${provider}\n`));

test.each`
  args                                         | line
  ${['-b', 'try=always', '-b', 'a=b']}         | ${'Cookie: try=always; a=b'}
  ${['-H', 'cookie: a=b', '-b', 'try=always']} | ${'Cookie: a=b; try=always'}
  ${['--session', 'prod/hello']}               | ${'(with the session cookie of prod/hello)'}
  ${['-X', 'post']}                            | ${'POST http://hello.example.com/'}
`('takes $args as curl does: $line', ({ args, line }) => {
  expect(route('hello.example.com', ...args).stdout).toContain(line);
});

test.each`
  args                                                | code | because
  ${['hello.example.com']}                            | ${0} | ${'a Service gets it'}
  ${['nobody.example.com']}                           | ${1} | ${'none does'}
  ${['shop.example.com', 'nope.yaml']}                | ${2} | ${'the file is not there'}
  ${['shop.example.com', 'broken.yaml']}              | ${2} | ${'the file cannot be read'}
  ${['shop.example.com', 'broken.yaml', 'shop.yaml']} | ${2} | ${'one of them cannot'}
  ${['shop.example.com', 'nothing.yaml']}             | ${2} | ${'there are no routes'}
  ${['shop.example.com', '--provider', 'nginx']}      | ${2} | ${'there is no such proxy'}
  ${[]}                                               | ${2} | ${'no address is given'}
`('ends with $code where $because', ({ args, code }) => expect(route(...args).status).toBe(code));

test('says all that is wrong with a question at once, with how to mend it', () => {
  const { stderr, stdout } = route('http://', '-H', 'X-Canary', '-b', 'try', '--session', 'hello');
  expect({ stderr, stdout }).toEqual({
    stdout: '',
    stderr: `url: invalid value "http://": must be an address; write https://hello.example.com/path
--header: invalid value "X-Canary": must be "Name: value"; write X-Canary: always
--cookie: invalid value "try": must be "name=value"; write canary=always
--session: invalid value "hello": must be "namespace/service"; name the Service that gave the cookie
`,
  });
});

test('says which environments there are', () => {
  expect(route('hello.example.com', '--env', 'production').stderr).toBe(
    '--env: invalid value "production": must be an environment of the manifests; write one of dev, prod, staging, test\n',
  );
});

test('says where the routes are looked for, and are not', () => {
  expect(route('hello.example.com', 'nothing.yaml').stderr).toContain('nothing.yaml: must have routes');
});
