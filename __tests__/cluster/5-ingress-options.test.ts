import { Chart, Duration, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { WorkloadService } from '../../lib/constructs/discovery/workload-service';
import { CanaryIngress } from '../../lib/constructs/traffic/canary-ingress';
import { ServiceIngress, type ServiceIngressProps } from '../../lib/constructs/traffic/service-ingress';
import type { Program } from '../../lib/delivery/program';
import type { Environment } from '../../lib/environments/environment';
import { partOf, selectorLabels } from '../../lib/kubernetes/labels';
import { program } from '../../main';
import { describeCluster, eventually, kubectl, objects } from './cluster';
import {
  answers,
  ask,
  byGatewayApi,
  byTraefik,
  deploy,
  exchange,
  noTraefik,
  noTraffic,
  served,
  startPods,
  stopPods,
} from './traffic';

const REQUESTS = 1000;
const api = { path: '/api', type: 'Prefix' } as const;
const legacy = { path: '/legacy/?(.*)', type: 'RegularExpression' } as const;
const RULES = ['traefik-value', 'traefik-cookie', 'traefik-pattern'] as const;

/** Ingresses to the Pods of hello, each with options and a host of its own. */
type Cases = Readonly<Record<string, Partial<ServiceIngressProps>>>;

const EVERYWHERE: Cases = {
  stripped: { paths: [api], rewrite: { replacePrefixMatch: '/' } },
  moved: { paths: [api], rewrite: { replacePrefixMatch: '/v1' } },
  replaced: { paths: [api], rewrite: { replaceFullPath: '/index' } },
  permanent: { redirect: { url: 'https://www.example.com/new', status: 'permanent' } },
  temporary: { redirect: { url: 'https://www.example.com:8443/', status: 'temporary' } },
  expression: { paths: [legacy] },
};

/** What the standard channel of Gateway API has no word for, or Traefik's implementation lacks. */
const BY_PROXY: Cases = {
  grouped: { paths: [legacy], rewrite: { replaceExpressionMatch: '/$1' } },
  secure: { tlsSecret: 'nobody-made-it' },
  closed: { allowedSourceRanges: ['192.0.2.0/24'] },
  open: { allowedSourceRanges: ['192.0.2.0/24', '127.0.0.0/8'] },
  slow: { requestsPerSecondPerClient: 1 },
  small: { maxBodySize: Size.kibibytes(2) },
  sticky: { sessionCookie: { name: 'route', maxAge: Duration.hours(1) } },
  shared: {
    cors: {
      allowOrigins: ['https://shop.example.com'],
      allowMethods: ['GET', 'PUT'],
      allowHeaders: ['X-Shop'],
      credentials: 'omit',
      maxAge: Duration.minutes(10),
    },
  },
};

class OptionsChart extends Chart {
  static readonly services: readonly string[] = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: env.namespace, labels: partOf('options', env.name) });
    if (env.name !== 'prod') return;
    const via = env.cluster.ingress;
    const backendOf = (instance: string, name: string) => {
      const workload = { name: instance, portName: 'http', selector: selectorLabels('hello', instance) };
      return new WorkloadService(this, name, { workload, name }).backend;
    };
    const [hello, other] = [backendOf('hello', 'options'), backendOf('hello-canary', 'options-other')];
    const cases = via.provider === 'gateway-api' ? EVERYWHERE : { ...EVERYWHERE, ...BY_PROXY };
    for (const [name, props] of Object.entries(cases)) {
      new ServiceIngress(this, name, { via, hosts: [`${name}.options.example.com`], service: hello, ...props });
    }
    new ServiceIngress(this, 'several', {
      via,
      hosts: ['a.options.example.com', 'b.options.example.com'],
      service: hello,
      paths: [
        { path: '/', type: 'Prefix', hosts: ['a.options.example.com'] },
        { path: '/next', type: 'Prefix', backend: other },
        { path: '/next/exactly', type: 'Exact' },
      ],
    });
    new ServiceIngress(this, 'rest', {
      via,
      hosts: ['rest.options.example.com'],
      paths: [{ path: '/abc', type: 'Prefix' }],
      service: hello,
      defaultBackend: other,
    });
    if (via.provider === 'gateway-api') {
      const service = { service: 'hello', port: 80, namespace: 'staging' };
      new ServiceIngress(this, 'abroad', { via, hosts: ['abroad.options.example.com'], service });
    }
    for (const name of via.provider === 'traefik' ? RULES : []) {
      const rules = {
        'traefik-value': { rules: [{ header: 'X-Group', value: 'beta' }], weightPercent: 30 },
        'traefik-cookie': { rules: [{ header: 'X-Canary' }, { cookie: 'try-next' }] },
        'traefik-pattern': {
          rules: [{ header: 'X-User', pattern: 'test[0-9]+' }, { cookie: 'try-next' }],
          weightPercent: 0,
        },
      }[name];
      const [stable, backend] = [backendOf('hello', `${name}-stable`), backendOf('hello-canary', `${name}-next`)];
      const canary = { backend, ...rules };
      new CanaryIngress(this, name, { via, hosts: [`${name}.options.example.com`], stable, canary });
    }
  }
}

const withOptions: Program = { ...program, charts: { ...program.charts, options: OptionsChart } };

beforeAll(() => (noTraffic() ? undefined : startPods()));
afterAll(stopPods);

const hostOf = (name: string) => `${name}.options.example.com`;

async function setUp(program: Program, ...others: readonly string[]): Promise<void> {
  deploy(program, ...others);
  await served(hostOf('a'));
  // the proxy takes in all objects within a second or two of the first
  await eventually(
    () => 0,
    () => false,
    3,
  );
}

function everywhere(): void {
  test.each`
    name            | path             | seen
    ${'stripped'}   | ${'/api/x?q=1'}  | ${'/x?q=1'}
    ${'stripped'}   | ${'/api/'}       | ${'/'}
    ${'stripped'}   | ${'/api'}        | ${'/'}
    ${'moved'}      | ${'/api/x/y'}    | ${'/v1/x/y'}
    ${'moved'}      | ${'/api'}        | ${'/v1'}
    ${'replaced'}   | ${'/api/x/y'}    | ${'/index'}
    ${'expression'} | ${'/legacy/a/b'} | ${'/legacy/a/b'}
    ${'expression'} | ${'/LEGACY'}     | ${'/LEGACY'}
  `('$name: $path is asked of the Service as $seen', async ({ name, path, seen }) => {
    expect(await exchange(hostOf(name), path)).toMatchObject({ status: 200, instance: 'hello', seen });
  });

  test.each(['stripped', 'moved', 'replaced', 'expression'])("%s: a path beside it is nobody's", async (name) => {
    expect(await ask(hostOf(name), '/apis')).toBe('status 404');
  });

  test.each`
    name           | status | location
    ${'permanent'} | ${301} | ${'https://www.example.com/new'}
    ${'temporary'} | ${302} | ${'https://www.example.com:8443/'}
  `('$name: any path is answered by $status and $location', async ({ name, status, location }) => {
    const { headers, ...answer } = await exchange(hostOf(name), '/old/path');
    expect({ status: answer.status, location: headers.location }).toEqual({ status, location });
  });

  test.each`
    host      | path           | instance
    ${'a'}    | ${'/'}         | ${'hello'}
    ${'a'}    | ${'/next/x'}   | ${'hello-canary'}
    ${'a'}    | ${'/nextdoor'} | ${'hello'}
    ${'b'}    | ${'/next'}     | ${'hello-canary'}
    ${'b'}    | ${'/'}         | ${'status 404'}
    ${'rest'} | ${'/abc/x'}    | ${'hello'}
    ${'rest'} | ${'/abcd'}     | ${'hello-canary'}
    ${'rest'} | ${'/'}         | ${'hello-canary'}
  `('$host$path is answered by $instance', async ({ host, path, instance }) => {
    expect(await ask(hostOf(host), path)).toBe(instance);
  });
}

/** Traefik, reading the annotations of ingress-nginx, asks the longer rule first. */
function exactPathsFirst(): void {
  test('an exact path is asked before a prefix above it', async () => {
    const all = [await ask(hostOf('a'), '/next/exactly'), await ask(hostOf('b'), '/next/exactly')];
    expect(all).toEqual(['hello', 'hello']);
  });
}

function byProxy(httpsStatus: number): void {
  test.each`
    path             | seen
    ${'/legacy/a/b'} | ${'/a/b'}
    ${'/legacy'}     | ${'/'}
    ${'/legacyx'}    | ${'/x'}
  `('a group of an expression takes the place of the path: $path becomes $seen', async ({ path, seen }) => {
    expect(await exchange(hostOf('grouped'), path)).toMatchObject({ status: 200, seen });
  });

  test('plain HTTP is redirected to HTTPS where there is a certificate', async () => {
    const { status, headers } = await exchange(hostOf('secure'), '/a?b=c');
    expect([status, headers.location]).toEqual([httpsStatus, 'https://secure.options.example.com/a?b=c']);
  });

  test('clients of other addresses get 403', async () => {
    expect([await ask(hostOf('closed'), '/'), await ask(hostOf('open'), '/')]).toEqual(['status 403', 'hello']);
  });

  test('a client that asks too often gets an error, after a burst', async () => {
    const all = [];
    for (let sent = 0; sent < 12; sent++) all.push(await ask(hostOf('slow'), '/'));
    expect(all.slice(0, 4)).toEqual(['hello', 'hello', 'hello', 'hello']);
    expect(all).toContain('status 429');
  });

  test('a body that is too large gets 413', async () => {
    const send = (size: number) => exchange(hostOf('small'), '/', { method: 'POST', body: 'x'.repeat(size) });
    expect([(await send(2048)).status, (await send(2049)).status]).toEqual([200, 413]);
  });

  test('a client with the cookie keeps to one Pod', async () => {
    const [cookie = ''] = (await exchange(hostOf('sticky'), '/')).headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^route=.*Max-Age=3600/);
    const again = await exchange(hostOf('sticky'), '/', { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(again).toMatchObject({ status: 200 });
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test.each`
    origin                        | allowed
    ${'https://shop.example.com'} | ${'https://shop.example.com'}
    ${'https://evil.example.com'} | ${undefined}
  `('a page of $origin may read: $allowed', async ({ origin, allowed }) => {
    const { headers } = await exchange(hostOf('shared'), '/', { headers: { origin } });
    expect(headers['access-control-allow-origin']).toBe(allowed);
  });
}

function canaries(): void {
  test('a TraefikService gives 30 % of 1,000 requests to the canary, within 3 points', async () => {
    const tally = await answers(hostOf('traefik-value'), {}, REQUESTS);
    const share = ((tally.get('hello-canary') ?? 0) / REQUESTS) * 100;
    process.stdout.write(
      `traefik: ${share.toFixed(1)} % of ${REQUESTS} requests reached the canary (asked for: 30 %)\n`,
    );
    expect((tally.get('hello-canary') ?? 0) + (tally.get('hello') ?? 0)).toBe(REQUESTS);
    expect(Math.abs(share - 30)).toBeLessThanOrEqual(3);
  });

  test.each`
    rule         | headers                                                 | instance
    ${'value'}   | ${{ 'X-Group': 'beta' }}                                | ${'hello-canary'}
    ${'cookie'}  | ${{}}                                                   | ${'hello'}
    ${'cookie'}  | ${{ 'X-Canary': 'always' }}                             | ${'hello-canary'}
    ${'cookie'}  | ${{ Cookie: 'a=b; try-next=always; c=d' }}              | ${'hello-canary'}
    ${'cookie'}  | ${{ 'X-Canary': 'never', Cookie: 'try-next=always' }}   | ${'hello'}
    ${'cookie'}  | ${{ 'X-Canary': 'perhaps', Cookie: 'try-next=always' }} | ${'hello-canary'}
    ${'cookie'}  | ${{ Cookie: 'not-try-next=always' }}                    | ${'hello'}
    ${'pattern'} | ${{ 'X-User': 'a-test42-b' }}                           | ${'hello-canary'}
    ${'pattern'} | ${{ 'X-User': 'tester' }}                               | ${'hello'}
  `('by $rule: $headers reaches $instance', async ({ rule, headers, instance }) => {
    expect(await answers(hostOf(`traefik-${rule}`), headers, 20)).toEqual(new Map([[instance, 20]]));
  });

  test('hello itself, with the canary of its environment, goes through the same routes', async () => {
    expect(await answers('hello.example.com', { 'X-Canary': 'always' }, 20)).toEqual(new Map([['hello-canary', 20]]));
  });
}

describeCluster(
  'options of an Ingress through a proxy',
  () => {
    describe('ingress-nginx', () => {
      beforeAll(() => setUp(withOptions, 'httproute', 'ingressroute'));
      everywhere();
      byProxy(308);
    });

    describeCluster(
      'traefik',
      () => {
        beforeAll(() => setUp(byTraefik(withOptions), 'ingress', 'httproute'));
        everywhere();
        exactPathsFirst();
        byProxy(301);
        canaries();
      },
      noTraefik(),
    );

    describe('gateway-api', () => {
      beforeAll(() => setUp(byGatewayApi(withOptions), 'ingress', 'ingressroute'));
      everywhere();
      exactPathsFirst();

      test('a Service of another namespace answers where a ReferenceGrant lets it', async () => {
        const grants = objects('referencegrants', '-n', 'staging').map(({ spec }) => spec);
        expect(grants).toEqual([
          {
            from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'prod' }],
            to: [{ group: '', kind: 'Service', name: 'hello' }],
          },
        ]);
        expect(await ask(hostOf('abroad'), '/')).toBe('hello');
      });
    });

    afterAll(() => {
      for (const kind of ['ingress', 'httproute', 'referencegrant', 'ingressroute', 'middleware', 'traefikservice']) {
        kubectl(['delete', kind, '-A', '-l', 'environment', '--ignore-not-found']);
      }
    });
  },
  noTraffic(),
);
