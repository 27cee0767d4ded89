import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { synthesize } from '../../lib/delivery/synthesize';
import type { Cluster } from '../../lib/environments/environment';
import { program } from '../../main';
import {
  describeCluster,
  eventually,
  kubectl,
  mustKubectl,
  noCluster,
  objects,
  podsAreSimulated,
  withFolder,
} from './cluster';

/** Address of the proxy in front of the cluster: `http://127.0.0.1:8000`. */
const INGRESS_URL = process.env.INGRESS_URL;

function whyNot(): string | undefined {
  if (noCluster) return noCluster;
  if (!INGRESS_URL) return 'INGRESS_URL is not set: the address of a Traefik in front of the cluster';
  return podsAreSimulated()
    ? undefined
    : 'who answers is told by a server that stands for all Pods, which needs a cluster of kwok';
}

const REQUESTS = 1000;
const gateway: Cluster['ingress'] = {
  provider: 'gateway-api',
  gateway: { name: 'public', namespace: 'gateways' },
  controllerNamespace: 'gateways',
  headerRegularExpressions: true,
};

/** Names of Pods by address: simulated Pods have one each, and one server answers on all of them. */
function podsByAddress(): Map<string, string> {
  return new Map(
    objects('pods', '-A', '-l', 'environment').map((pod) => [
      pod.status.podIP,
      pod.metadata.labels['app.kubernetes.io/instance'],
    ]),
  );
}

let server: Server;
let instances = new Map<string, string>();

beforeAll(async () => {
  if (whyNot()) return;
  server = createServer((incoming, response) => response.end((incoming.socket.address() as AddressInfo).address));
  await new Promise<void>((listening) => server.listen(3000, '0.0.0.0', listening));
});
afterAll(() => server?.close());

/** Which instance answers a request, or the status where none does. */
function ask(host: string, path: string, headers: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${INGRESS_URL}${path}`, { headers: { host, ...headers } }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve(
          response.statusCode === 200 ? (instances.get(body) ?? `nobody at ${body}`) : `status ${response.statusCode}`,
        ),
      );
    });
    outgoing.on('error', reject).end();
  });
}

async function answers(host: string, headers: Record<string, string>, count: number): Promise<Map<string, number>> {
  const tally = new Map<string, number>();
  for (let sent = 0; sent < count; sent++) {
    const who = await ask(host, '/', headers);
    tally.set(who, (tally.get(who) ?? 0) + 1);
  }
  return tally;
}

async function served(host: string, path: string): Promise<void> {
  let last = '';
  for (let tries = 0; tries < 60; tries++) {
    instances = podsByAddress();
    last = await ask(host, path).catch((error: Error) => error.message);
    if (instances.size > 0 && [...instances.values()].includes(last)) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(`${host}${path} is not served: ${last}`);
}

function canaryPromises(label: string, setUp: () => void): void {
  describe(label, () => {
    beforeAll(async () => {
      setUp();
      for (const { metadata } of objects('deployments', '-A', '-l', 'environment')) {
        mustKubectl('rollout', 'status', `deployment/${metadata.name}`, '-n', metadata.namespace, '--timeout=180s');
      }
      await served('hello.example.com', '/');
      await served('hello.staging.example.com', '/');
    });

    test.each`
      host                           | weight
      ${'hello.example.com'}         | ${10}
      ${'hello.staging.example.com'} | ${50}
    `('$host gives $weight % of 1,000 requests to the canary, within 3 points', async ({ host, weight }) => {
      const tally = await answers(host, {}, REQUESTS);
      const share = ((tally.get('hello-canary') ?? 0) / REQUESTS) * 100;
      process.stdout.write(
        `${label}: ${host}: ${share.toFixed(1)} % of ${REQUESTS} requests reached the canary (asked for: ${weight} %)\n`,
      );
      expect((tally.get('hello-canary') ?? 0) + (tally.get('hello') ?? 0)).toBe(REQUESTS);
      expect(Math.abs(share - weight)).toBeLessThanOrEqual(3);
    });

    test.each`
      value       | instance
      ${'always'} | ${'hello-canary'}
      ${'never'}  | ${'hello'}
    `('X-Canary: $value always reaches $instance', async ({ value, instance }) => {
      expect(await answers('hello.example.com', { 'X-Canary': value }, 100)).toEqual(new Map([[instance, 100]]));
    });

    test('an environment without a canary answers with its one version, also to a tester', async () => {
      expect(await answers('hello.dev.example.com', { 'X-Canary': 'always' }, 20)).toEqual(new Map([['hello', 20]]));
    });

    test('multiroute answers on its two paths and on no other', async () => {
      const host = 'multiroute.example.com';
      expect([await ask(host, '/route1'), await ask(host, '/route2/x'), await ask(host, '/route3')]).toEqual([
        'multiroute',
        'multiroute',
        'status 404',
      ]);
    });
  });
}

function apply(files: ReadonlyMap<string, string>): void {
  withFolder(files, (folder) =>
    expect(kubectl(['apply', '--server-side', '--force-conflicts', '-f', folder])).toMatchObject({
      status: 0,
      stderr: '',
    }),
  );
}

describeCluster(
  'requests through a proxy',
  () => {
    canaryPromises('ingress-nginx', () => apply(synthesize(program)));

    canaryPromises('gateway-api', () => {
      mustKubectl('delete', 'ingress', '-A', '-l', 'environment');
      const environments = program.environments.map((env) => {
        const cluster = { ...env.cluster, ingress: gateway, customResourceGroups: ['gateway.networking.k8s.io'] };
        return { ...env, cluster };
      });
      apply(new Map([['gateway.yaml', GATEWAY], ...synthesize({ ...program, environments })]));
    });

    test('every HTTPRoute is accepted and its backends are found', async () => {
      const verdicts = () =>
        objects('httproutes', '-A', '-l', 'environment').map(({ status }) =>
          status?.parents?.[0]?.conditions
            ?.map(({ type, status: is }: { type: string; status: string }) => `${type}=${is}`)
            .sort(),
        );
      const all = await eventually(
        verdicts,
        (routes) => routes.every((conditions) => conditions?.includes('Accepted=True')),
        60,
      );
      expect(all.length).toBeGreaterThanOrEqual(8);
      for (const conditions of all)
        expect(conditions).toEqual(expect.arrayContaining(['Accepted=True', 'ResolvedRefs=True']));
    });
  },
  whyNot(),
);

const GATEWAY = `
apiVersion: v1
kind: Namespace
metadata: {name: gateways}
---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: traefik}
spec: {controllerName: traefik.io/gateway-controller}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: public, namespace: gateways}
spec:
  gatewayClassName: traefik
  listeners: [{name: web, port: 8000, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}]
`;
