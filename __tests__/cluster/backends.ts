import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Manifest } from '../../lib/kubernetes/manifest';
import type { HttpRequest } from '../../lib/simulators/canary/http-request';

/** A Service and an address that answers for it, without a Pod: every address of 10.244.0.0/16 answers in the lab. */
export class Backends {
  readonly manifests: Manifest[] = [];
  private readonly byAddress = new Map<string, string>();

  /** Makes a Service with an address of its own. */
  add(namespace: string, name: string): void {
    if ([...this.byAddress.values()].includes(`${namespace}/${name}:80`)) return;
    const count = this.byAddress.size;
    const address = `10.244.${200 + Math.floor(count / 250)}.${1 + (count % 250)}`;
    this.byAddress.set(address, `${namespace}/${name}:80`);
    this.manifests.push(
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name, namespace },
        spec: { ports: [{ name: 'http', port: 80, targetPort: 3000 }] },
      },
      {
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        metadata: {
          name: `${name}-1`,
          namespace,
          labels: {
            'kubernetes.io/service-name': name,
            'endpointslice.kubernetes.io/managed-by': 'routes.example.com',
          },
        },
        addressType: 'IPv4',
        ports: [{ name: 'http', port: 3000, protocol: 'TCP' }],
        endpoints: [{ addresses: [address], conditions: { ready: true, serving: true } }],
      },
    );
  }

  /** The Service that an address answers for. */
  at(address: string): string {
    return this.byAddress.get(address) ?? `nobody at ${address}`;
  }
}

let server: Server | undefined;
const agent = new Agent({ keepAlive: true, maxSockets: 24 });

/** Answers on every address, with the address that was asked. */
export async function startBackends(): Promise<void> {
  const answer = createServer(({ socket }, response) => response.end((socket.address() as AddressInfo).address));
  server = answer;
  await new Promise<void>((listening) => answer.listen(3000, '0.0.0.0', listening));
}

/** Stops answering, also those who would go on asking. */
export function stopBackends(): void {
  agent.destroy();
  server?.closeAllConnections();
  server?.close();
}

/** What came back: the address that answered, or the status of the proxy; and the cookies that it set. */
export interface Sent {
  readonly from: string;
  readonly cookies: readonly string[];
}

/** Sends a request to the proxy as it is written, also a path that a browser would put in order. */
export function send(asked: HttpRequest, cookies: readonly string[] = []): Promise<Sent> {
  const { hostname, port } = new URL(process.env.INGRESS_URL ?? '');
  const jar = [
    asked.headers?.Cookie,
    ...Object.entries(asked.cookies ?? {}).map(([name, value]) => `${name}=${value}`),
    ...cookies,
  ];
  const cookie = jar.filter(Boolean).join('; ');
  const headers = { ...asked.headers, host: asked.host, ...(cookie === '' ? {} : { Cookie: cookie }) };
  const { path, method = 'GET' } = asked;
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers, agent }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        const set = (response.headers['set-cookie'] ?? []).map((one) => one.split(';')[0] ?? '');
        resolve({ from: status === 200 ? text : String(status), cookies: set });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Sends many, some at a time, and gives what came back in their order. */
export async function sendAll(all: readonly HttpRequest[]): Promise<Sent[]> {
  const answers: Sent[] = [];
  for (let at = 0; at < all.length; at += 24) {
    answers.push(...(await Promise.all(all.slice(at, at + 24).map((one) => send(one)))));
  }
  return answers;
}
