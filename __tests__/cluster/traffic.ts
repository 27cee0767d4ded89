import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Program } from '../../lib/delivery/program';
import { synthesize } from '../../lib/delivery/synthesize';
import type { GatewayApi, IngressProvider } from '../../lib/kubernetes/ingress-provider';
import { kubectl, mustKubectl, noCluster, objects, podsAreSimulated, withFolder } from './cluster';

/** Address of the proxy in front of the cluster: `http://127.0.0.1:8000`. */
const INGRESS_URL = process.env.INGRESS_URL;

/** Address by which the same proxy serves a Gateway alone: `http://127.0.0.1:8001`. */
const GATEWAY_URL = process.env.GATEWAY_URL;

/** Where requests are sent: to what reads Ingresses and IngressRoutes, or to a Gateway beside it. */
export type Door = 'ingress' | 'gateway';

/** Why requests can not be sent here; nothing where they can. */
export function noTraffic(): string | undefined {
  if (noCluster) return noCluster;
  if (!INGRESS_URL) return 'INGRESS_URL is not set: the address of a Traefik in front of the cluster';
  return podsAreSimulated()
    ? undefined
    : 'who answers is told by a server that stands for all Pods, which needs a cluster of kwok';
}

/** Why Traefik's own custom resources can not be tried here; nothing where they can. */
export function noTraefik(): string | undefined {
  const known = () => kubectl(['get', 'crd', 'ingressroutes.traefik.io']).status === 0;
  return noTraffic() ?? (known() ? undefined : 'the cluster has no CRDs of traefik.io');
}

/** Why two dialects can not be asked side by side here; nothing where they can. */
export function noSecondDoor(): string | undefined {
  const mend = 'the address of a Gateway that the Traefik of INGRESS_URL serves on a port of its own, 8001';
  return noTraefik() ?? (GATEWAY_URL ? undefined : `GATEWAY_URL is not set: ${mend}`);
}

let server: Server | undefined;
/** Instances by the address of their Pods: simulated Pods have one each, and one server answers on all of them. */
let instances = new Map<string, string>();

/** Answers for every Pod, with the address and the path that were asked. */
export async function startPods(): Promise<void> {
  const answer = createServer(({ socket, url }, response) =>
    response.end(`${(socket.address() as AddressInfo).address} ${url}`),
  );
  server = answer;
  await new Promise<void>((listening) => answer.listen(3000, '0.0.0.0', listening));
}

export function stopPods(): void {
  server?.close();
}

/** What came back for a request. */
export interface Exchange {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Instance that answered, and the path that it was asked for; of no meaning where the proxy answered itself. */
  readonly instance: string;
  readonly seen: string;
}

/** What a request has beyond its host and path. */
export interface RequestDetails {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** @default 'ingress' */
  readonly door?: Door;
}

/** Sends a request to the proxy. */
export function exchange(host: string, path: string, details: RequestDetails = {}): Promise<Exchange> {
  const { method = 'GET', headers = {}, body = '', door = 'ingress' } = details;
  const url = door === 'ingress' ? INGRESS_URL : GATEWAY_URL;
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}${path}`, { method, headers: { host, ...headers } }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => {
        const [address = '', seen = ''] = text.split(' ');
        const instance = instances.get(address) ?? `nobody at ${address}`;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, instance, seen });
      });
    });
    outgoing.on('error', reject).end(body);
  });
}

/** Which instance answers a request, or the status where none does. */
export async function ask(
  host: string,
  path: string,
  headers: Record<string, string> = {},
  door?: Door,
): Promise<string> {
  const { status, instance } = await exchange(host, path, { headers, door });
  return status === 200 ? instance : `status ${status}`;
}

/** How many of some requests each instance answers. */
export async function answers(
  host: string,
  headers: Record<string, string>,
  count: number,
  door?: Door,
): Promise<Map<string, number>> {
  const tally = new Map<string, number>();
  for (let sent = 0; sent < count; sent++) {
    const who = await ask(host, '/', headers, door);
    tally.set(who, (tally.get(who) ?? 0) + 1);
  }
  return tally;
}

/** Waits until the proxy knows a host, for a minute. */
export async function served(host: string, door?: Door): Promise<void> {
  let last = '';
  for (let tries = 0; tries < 60; tries++) {
    const pods = objects('pods', '-A', '-l', 'environment');
    instances = new Map(pods.map((pod) => [pod.status.podIP, pod.metadata.labels['app.kubernetes.io/instance']]));
    last = await ask(host, '/', {}, door).catch((error: Error) => error.message);
    if (instances.size > 0 && [...instances.values()].includes(last)) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(`${host} is not served: ${last}`);
}

/** Applies a program, and waits for its Pods. What other providers made, by kind, is taken away first. */
export function deploy(program: Program, ...others: readonly string[]): void {
  for (const kind of others) kubectl(['delete', kind, '-A', '-l', 'environment', '--ignore-not-found']);
  withFolder(new Map([['controllers.yaml', CONTROLLERS], ...synthesize(program)]), (folder) =>
    expect(kubectl(['apply', '--server-side', '--force-conflicts', '-f', folder])).toMatchObject({
      status: 0,
      stderr: '',
    }),
  );
  for (const { metadata } of objects('deployments', '-A', '-l', 'environment')) {
    mustKubectl('rollout', 'status', `deployment/${metadata.name}`, '-n', metadata.namespace, '--timeout=180s');
  }
}

/** The same program for a cluster that speaks Gateway API. */
export function byGatewayApi(program: Program): Program {
  return byProvider(program, gatewayApi('public'));
}

/** The same program for a cluster that is told both: what it speaks already, and a Gateway that has a port of its own. */
export function towardsGatewayApi(program: Program): Program {
  const [first] = program.environments;
  if (!first || first.cluster.ingress.provider === 'transition') throw new Error('it is on its way already');
  return byProvider(program, { provider: 'transition', from: first.cluster.ingress, to: gatewayApi('next') });
}

function gatewayApi(name: string): GatewayApi {
  return {
    provider: 'gateway-api',
    gateway: { name, namespace: 'gateways' },
    controllerNamespace: 'gateways',
    headerRegularExpressions: true,
    pathRegularExpressions: true,
    // what Traefik 3.7 lists in the status of its GatewayClass
    supportedFeatures: [
      'HTTPRouteSchemeRedirect',
      'HTTPRoutePortRedirect',
      'HTTPRoutePathRedirect',
      'HTTPRoutePathRewrite',
    ],
  };
}

/** The same program for a cluster that speaks Traefik's own custom resources. */
export function byTraefik(program: Program): Program {
  return byProvider(program, {
    provider: 'traefik',
    entryPoints: { http: 'web', https: 'websecure' },
    controllerNamespace: 'traefik',
    allowCrossNamespace: false,
  });
}

function byProvider(program: Program, ingress: IngressProvider): Program {
  const environments = program.environments.map((env) => {
    const cluster = { ...env.cluster, ingress, customResourceGroups: ['gateway.networking.k8s.io', 'traefik.io'] };
    return { ...env, cluster };
  });
  return { ...program, environments };
}

/** What the installation of a controller brings: its IngressClass, without which it takes no Ingress, and a Gateway. */
export const CONTROLLERS = `
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: nginx}
spec: {controller: k8s.io/ingress-nginx}
---
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
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: next, namespace: gateways}
spec:
  gatewayClassName: traefik
  listeners: [{name: web, port: 8001, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}]
`;
