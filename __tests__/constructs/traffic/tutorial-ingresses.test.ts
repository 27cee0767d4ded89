import { Chart, Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import { CanaryIngress } from '../../../lib/constructs/traffic/canary-ingress';
import { IngressClass } from '../../../lib/constructs/traffic/ingress-class';
import { ServiceIngress } from '../../../lib/constructs/traffic/service-ingress';
import type { Alb, IngressNginx } from '../../../lib/kubernetes/ingress-provider';

// the Ingresses of the tutorials, corrected where they do not do what is said of them

const NOTE = 'nginx.ingress.kubernetes.io/';
const nginx: IngressNginx = { provider: 'ingress-nginx', className: 'nginx', controllerNamespace: 'ingress-nginx' };
const alb: Alb = { provider: 'alb', className: 'alb', sourceCidrs: ['192.168.0.0/16'] };
const port80 = (service: string) => ({ service, port: 80 });
const to = (name: string, number: number) => ({ service: { name, port: { number } } });
const ruleOf = (host: string | undefined, path: string, backend: object) => ({
  ...(host ? { host } : {}),
  http: { paths: [{ path, pathType: 'Prefix', backend }] },
});
const root = ({ service, port }: { service: string; port: number }, host?: string) =>
  ruleOf(host, '/', to(service, port));

function made(make: (scope: Construct) => unknown) {
  const chart = new Chart(Testing.app(), 'tutorial');
  make(chart);
  const objects = chart.toJson();
  return objects.filter(({ kind }) => kind !== 'Service');
}

test('one domain reaches two Services by path', () => {
  const [ingress] = made(
    (scope) =>
      new ServiceIngress(scope, 'HelloIngress', {
        via: alb,
        hosts: ['hello.example.com'],
        paths: [
          { path: '/hello', type: 'Prefix', backend: { service: 'service-hellok8s-clusterip', port: 3000 } },
          { path: '/', type: 'Prefix', backend: { service: 'service-nginx-clusterip', port: 4000 } },
        ],
      }),
  );
  expect(ingress.metadata).toEqual({ name: 'hello-ingress' });
  expect(ingress.spec).toEqual({
    ingressClassName: 'alb',
    rules: [
      {
        host: 'hello.example.com',
        http: {
          paths: [
            { path: '/hello', pathType: 'Prefix', backend: to('service-hellok8s-clusterip', 3000) },
            { path: '/', pathType: 'Prefix', backend: to('service-nginx-clusterip', 4000) },
          ],
        },
      },
    ],
  });
});

test('every host is said on purpose', () => {
  const service = { service: 'service-hellok8s-clusterip', port: 3000 };
  const [ingress] = made(
    (scope) => new ServiceIngress(scope, 'Hellok8sIngress', { via: alb, hosts: 'every', service }),
  );
  expect(ingress.spec).toEqual({ ingressClassName: 'alb', rules: [root(service)] });
});

test('the class of the controller', () => {
  const [ingressClass] = made((scope) => new IngressClass(scope, 'Nginx', { controller: 'k8s.io/ingress-nginx' }));
  expect(ingressClass).toMatchObject({ metadata: { name: 'nginx' }, spec: { controller: 'k8s.io/ingress-nginx' } });
});

test('each host has a path of its own', () => {
  const [ingress] = made(
    (scope) =>
      new ServiceIngress(scope, 'MyIngress', {
        via: nginx,
        hosts: ['app1.example.com', 'app2.example.com'],
        paths: [
          { path: '/foo', type: 'Prefix', hosts: ['app1.example.com'], backend: port80('app1-service') },
          { path: '/bar', type: 'Prefix', hosts: ['app2.example.com'], backend: port80('app2-service') },
        ],
      }),
  );
  expect(ingress.spec).toEqual({
    ingressClassName: 'nginx',
    rules: [
      ruleOf('app1.example.com', '/foo', to('app1-service', 80)),
      ruleOf('app2.example.com', '/bar', to('app2-service', 80)),
    ],
  });
});

test('plain HTTP is not sent on to HTTPS, which rewrite-target does not say', () => {
  const props = { hosts: ['example.com'], service: port80('my-service'), tlsSecret: 'tls-secret' } as const;
  const [ingress] = made(
    (scope) => new ServiceIngress(scope, 'MyIngress', { via: nginx, ...props, plainHttp: 'serve' }),
  );
  expect(ingress.metadata.annotations).toEqual({ [`${NOTE}ssl-redirect`]: 'false' });
  expect(ingress.spec.tls).toEqual([{ hosts: ['example.com'], secretName: 'tls-secret' }]);
});

test('a Service of another namespace', () => {
  const service = { ...port80('my-service'), namespace: 'my-namespace' };
  const [ingress] = made(
    (scope) => new ServiceIngress(scope, 'MyIngress', { via: nginx, hosts: ['example.com'], service }),
  );
  expect(ingress.spec.rules).toEqual([root(port80('my-ingress-my-service'), 'example.com')]);
});

test('a limit of requests, and what the Service speaks', () => {
  const props = { requestsPerSecondPerClient: 1, backendProtocol: 'HTTP' } as const;
  const service = port80('nginx-svc');
  const [ingress] = made(
    (scope) => new ServiceIngress(scope, 'RateIngress', { via: nginx, hosts: ['a.example.com'], service, ...props }),
  );
  expect(ingress.metadata.annotations).toEqual({ [`${NOTE}backend-protocol`]: 'HTTP', [`${NOTE}limit-rps`]: '1' });
});

test('a Service for what no path matches', () => {
  const [ingress] = made(
    (scope) =>
      new ServiceIngress(scope, 'IngressHttp', {
        via: nginx,
        hosts: ['tomcat.example.com'],
        paths: [{ path: '/abc', type: 'Prefix' }],
        service: { service: 'tomcat-svc', port: 8080 },
        defaultBackend: port80('nginx-svc'),
      }),
  );
  expect(ingress.spec).toEqual({
    ingressClassName: 'nginx',
    defaultBackend: to('nginx-svc', 80),
    rules: [ruleOf('tomcat.example.com', '/abc', to('tomcat-svc', 8080))],
  });
});

test('a path by regular expression, of which a group goes to the Service', () => {
  const [ingress] = made(
    (scope) =>
      new ServiceIngress(scope, 'ExampleIngress', {
        via: nginx,
        hosts: 'every',
        paths: [{ path: '/foo/?(.*)', type: 'RegularExpression' }],
        service: port80('foo-service'),
        rewrite: { replaceExpressionMatch: '/$1' },
      }),
  );
  expect(ingress.metadata.annotations).toEqual({ [`${NOTE}use-regex`]: 'true', [`${NOTE}rewrite-target`]: '/$1' });
  expect(ingress.spec.rules).toEqual([
    { http: { paths: [{ path: '/foo/?(.*)', pathType: 'ImplementationSpecific', backend: to('foo-service', 80) }] } },
  ]);
});

test('a client keeps to one Pod by a cookie', () => {
  const props = { hosts: ['example.com'], service: port80('example-service'), sessionCookie: { name: 'route' } };
  const [ingress] = made((scope) => new ServiceIngress(scope, 'ExampleIngress', { via: nginx, ...props }));
  expect(ingress.metadata.annotations).toEqual({
    [`${NOTE}affinity`]: 'cookie',
    [`${NOTE}session-cookie-name`]: 'route',
  });
});

test('two hosts with a certificate each', () => {
  const [nginxHost, tomcatHost] = ['nginx.example.com', 'tomcat.example.com'];
  const [ingress] = made(
    (scope) =>
      new ServiceIngress(scope, 'IngressTls', {
        via: nginx,
        hosts: [nginxHost, tomcatHost],
        paths: [
          { path: '/', type: 'Prefix', hosts: [nginxHost], backend: port80('nginx-svc') },
          { path: '/', type: 'Prefix', hosts: [tomcatHost], backend: { service: 'tomcat-svc', port: 8080 } },
        ],
        tlsSecret: [
          { secret: 'nginx-tls', hosts: [nginxHost] },
          { secret: 'tomcat-tls', hosts: [tomcatHost] },
        ],
      }),
  );
  expect(ingress.spec).toEqual({
    ingressClassName: 'nginx',
    rules: [root(port80('nginx-svc'), nginxHost), root({ service: 'tomcat-svc', port: 8080 }, tomcatHost)],
    tls: [
      { hosts: [nginxHost], secretName: 'nginx-tls' },
      { hosts: [tomcatHost], secretName: 'tomcat-tls' },
    ],
  });
});

test.each`
  rules                                                  | notes
  ${{ weightPercent: 10 }}                               | ${{ 'canary-weight': '10' }}
  ${{ rules: [{ header: 'Region', value: 'sz' }] }}      | ${{ 'canary-by-header': 'Region', 'canary-by-header-value': 'sz' }}
  ${{ rules: [{ header: 'Region', pattern: 'sh|sz' }] }} | ${{ 'canary-by-header': 'Region', 'canary-by-header-pattern': 'sh|sz' }}
  ${{ rules: [{ cookie: 'vip' }] }}                      | ${{ 'canary-by-cookie': 'vip' }}
`('a canary by $rules has the host of its stable version', ({ rules, notes }) => {
  const canary = { backend: port80('v2-service'), ...rules };
  const props = { hosts: ['nginx.example.com'], stable: port80('v1-service'), canary };
  const [first, second] = made((scope) => new CanaryIngress(scope, 'IngressV1', { via: nginx, ...props }));
  expect(first.spec.rules).toEqual([root(port80('v1-service'), 'nginx.example.com')]);
  expect(second.spec.rules).toEqual([root(port80('v2-service'), 'nginx.example.com')]);
  const prefixed = Object.entries(notes).map(([key, value]) => [NOTE + key, value]);
  expect(second.metadata.annotations).toEqual({ [`${NOTE}canary`]: 'true', ...Object.fromEntries(prefixed) });
});
