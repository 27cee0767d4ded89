import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { LiveObject } from './cluster';

/** What the server does at the address of a Pod. */
interface PodAddress {
  readonly pod: string;
  readonly tag: string;
  /** `ended`: the program is gone, and so are its connections. */
  state: 'answers' | 'leaving' | 'ended';
  readonly sockets: Set<Socket>;
}

/** Holds a Pod that is deleted until its program has ended, as a kubelet does; kwok alone would let it vanish at once. */
const FINALIZER = 'lab.test/kubelet';

/**
 * The programs in the Pods of a cluster of kwok, all of them one server: it answers at the address of each Pod with the tag of
 * its image. It ends as a real one does: told to go, a Pod answers as long as its preStop waits, then finishes the requests
 * that it has, and from then on drops whatever comes.
 */
export class SimulatedPods {
  private readonly addresses = new Map<string, PodAddress>();
  private readonly leaving = new Set<string>();
  private readonly stop = new AbortController();

  private constructor(
    private readonly api: string,
    private readonly proxy: ChildProcess,
    private readonly server: Server,
  ) {}

  /** Starts to answer for every Pod of an environment, now and later. */
  static async start(): Promise<SimulatedPods> {
    const proxy = spawn('kubectl', ['proxy', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const port = await new Promise<string>((resolve, reject) => {
      proxy.once('exit', () => reject(new Error('kubectl proxy ended')));
      proxy.stdout.once('data', (line) => resolve(/:(\d+)/.exec(String(line))?.[1] ?? ''));
    });
    const server = createServer();
    const pods = new SimulatedPods(`http://127.0.0.1:${port}`, proxy, server);
    server.keepAliveTimeout = 60_000;
    server.on('connection', (socket: Socket) => pods.connect(socket));
    server.on('request', (request, response) => {
      const at = pods.addresses.get((request.socket.address() as AddressInfo).address);
      response.shouldKeepAlive = at?.state === 'answers';
      response.end(at?.tag ?? '');
    });
    await new Promise<void>((listening) => server.listen(3000, '0.0.0.0', listening));
    void pods.watch();
    return pods;
  }

  /** Ends all of it; Pods that are held are let go. */
  async end(): Promise<void> {
    this.stop.abort();
    this.server.closeAllConnections();
    this.server.close();
    const pods = await this.get('/api/v1/pods?labelSelector=environment');
    for (const pod of pods.items) if (pod.metadata.finalizers) await this.hold(pod, null);
    this.proxy.kill();
  }

  private connect(socket: Socket): void {
    const at = this.addresses.get((socket.address() as AddressInfo).address);
    socket.on('error', () => {}); // whoever asks may go away
    if (!at || at.state === 'ended') {
      socket.destroy();
      return;
    }
    at.sockets.add(socket);
    socket.on('close', () => at.sockets.delete(socket));
  }

  private async watch(): Promise<void> {
    while (!this.stop.signal.aborted) {
      const { items, metadata } = await this.get('/api/v1/pods?labelSelector=environment');
      for (const pod of items) this.see('ADDED', pod);
      const from = `/api/v1/pods?labelSelector=environment&watch=1&resourceVersion=${metadata.resourceVersion}`;
      await this.follow(from).catch(() => undefined); // ended by the server, or by us
    }
  }

  private async follow(path: string): Promise<void> {
    const { body } = await fetch(this.api + path, { signal: this.stop.signal });
    let rest = '';
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const { type, object } = JSON.parse(line);
        if (type === 'ERROR') return;
        this.see(type, object);
      }
    }
  }

  private see(type: string, pod: LiveObject): void {
    const { metadata, spec, status } = pod;
    const known = this.addresses.get(status.podIP);
    if (type === 'DELETED') {
      if (known && known.pod === metadata.uid) this.kill(known);
    } else if (metadata.deletionTimestamp) {
      if (!this.leaving.has(metadata.uid)) void this.leave(pod);
    } else {
      if (!metadata.finalizers) void this.hold(pod, [FINALIZER]);
      if (!status.podIP || known?.pod === metadata.uid) return;
      const tag = spec.containers[0].image.split(':').at(-1);
      this.addresses.set(status.podIP, { pod: metadata.uid, tag, state: 'answers', sockets: new Set() });
    }
  }

  /** What a kubelet does with a Pod that is deleted: preStop, then the signal, then the end of the program. */
  private async leave(pod: LiveObject): Promise<void> {
    this.leaving.add(pod.metadata.uid);
    const at = this.addresses.get(pod.status.podIP);
    const seconds: number = pod.spec.containers[0].lifecycle?.preStop?.sleep?.seconds ?? 0;
    if (at) at.state = 'leaving';
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    if (at && at.pod === pod.metadata.uid) this.kill(at);
    await this.hold(pod, null);
  }

  private kill(at: PodAddress): void {
    at.state = 'ended';
    for (const socket of at.sockets) socket.destroySoon(); // what was answered is sent
  }

  private async get(path: string): Promise<LiveObject> {
    return (await fetch(this.api + path)).json();
  }

  private async hold(
    { metadata: { namespace, name } }: LiveObject,
    finalizers: readonly string[] | null,
  ): Promise<void> {
    await fetch(`${this.api}/api/v1/namespaces/${namespace}/pods/${name}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json' },
      body: JSON.stringify({ metadata: { finalizers } }),
    }).catch(() => undefined); // it is gone
  }
}
