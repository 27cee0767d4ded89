import { type ChildProcess, spawn } from 'node:child_process';
import { groupOf } from '../../lib/kubernetes/identity';
import type { Manifest } from '../../lib/kubernetes/manifest';
import { type LiveObject, mustKubectl } from './cluster';

/** What the API server answered. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is the server's to say
  readonly body: any;
}

/** Where objects of a kind are, by `apiVersion kind`. */
interface Place {
  readonly resource: string;
  readonly isNamespaced: boolean;
}

/**
 * The API server of KUBECONFIG, asked by HTTP through `kubectl proxy`: some hundred requests in a second, where kubectl
 * makes one or two.
 */
export class ApiServer {
  static async start(): Promise<ApiServer> {
    const proxy = spawn('kubectl', ['proxy', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const address = await new Promise<string>((resolve, reject) => {
      proxy.stdout.on('data', (text) => {
        const [, host] = /Starting to serve on (\S+)/.exec(String(text)) ?? [];
        if (host) resolve(`http://${host}`);
      });
      proxy.on('exit', (code) => reject(new Error(`kubectl proxy ended with ${code}`)));
    });
    return new ApiServer(proxy, address, places());
  }

  private constructor(
    private readonly proxy: ChildProcess,
    private readonly address: string,
    private readonly places: ReadonlyMap<string, Place>,
  ) {}

  stop(): void {
    this.proxy.kill();
  }

  /** Whether objects of a kind can be sent. */
  serves({ apiVersion, kind }: Manifest): boolean {
    return this.places.has(`${apiVersion} ${kind}`);
  }

  /** Makes an object; `try` asks only what would come of it. */
  create(object: Manifest, how: 'try' | 'do' = 'do'): Promise<Answer> {
    return this.ask('POST', this.pathOf(object), how, object);
  }

  /** Server-side apply, as `kubectl apply --server-side` does. */
  apply(object: Manifest, how: 'try' | 'do' = 'do'): Promise<Answer> {
    return this.ask('PATCH', `${this.pathOf(object)}/${object.metadata.name}`, how, object);
  }

  async get(object: Manifest): Promise<LiveObject> {
    return (await this.ask('GET', `${this.pathOf(object)}/${object.metadata.name}`, 'do')).body;
  }

  /** Objects of one path: `/apis/apps/v1/namespaces/dev/replicasets`. */
  async list(path: string): Promise<LiveObject[]> {
    return (await this.ask('GET', path, 'do')).body.items;
  }

  private pathOf({ apiVersion, kind, metadata }: Manifest): string {
    const place = this.places.get(`${apiVersion} ${kind}`);
    if (!place) throw new Error(`${apiVersion} ${kind} is not served`);
    const root = groupOf(apiVersion) === '' ? `/api/${apiVersion}` : `/apis/${apiVersion}`;
    return place.isNamespaced
      ? `${root}/namespaces/${metadata.namespace}/${place.resource}`
      : `${root}/${place.resource}`;
  }

  private async ask(method: string, path: string, how: 'try' | 'do', body?: Manifest, left = 3): Promise<Answer> {
    const query = new URLSearchParams({
      ...(how === 'try' && { dryRun: 'All' }),
      ...(method === 'PATCH' && { fieldManager: 'kubectl', force: 'true' }),
    });
    const type = method === 'PATCH' ? 'application/apply-patch+yaml' : 'application/json';
    const answer = await fetch(`${this.address}${path}?${query}`, {
      method,
      headers: { 'content-type': type },
      body: body && JSON.stringify(body),
    });
    const said = { status: answer.status, body: await answer.json() };
    // a busy server is asked again: that it had no time says nothing of the object
    return answer.status >= 500 && left > 0 ? this.ask(method, path, how, body, left - 1) : said;
  }
}

function places(): Map<string, Place> {
  const table = mustKubectl('api-resources', '--no-headers');
  return new Map(
    table
      .trim()
      .split('\n')
      .map((line): [string, Place] => {
        const columns = line.trim().split(/\s+/);
        const [apiVersion, isNamespaced, kind] = columns.slice(-3);
        return [`${apiVersion} ${kind}`, { resource: columns[0] ?? '', isNamespaced: isNamespaced === 'true' }];
      }),
  );
}
