import { type ChildProcess, spawn } from 'node:child_process';
import { Agent, type RequestOptions, request } from 'node:http';
import type { Manifest } from '../../lib/kubernetes/manifest';
import type { LiveObject } from './cluster';

/** What an API server answers. */
export interface Answer {
  readonly code: number;
  /** What went wrong, in its words; empty where nothing did. */
  readonly message: string;
  /** Warnings that came with the answer, whatever it was. */
  readonly warnings: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is the server's to say
  readonly body: any;
}

/** A resource as the server names it. */
interface Resource {
  readonly kind: string;
  readonly name: string;
  readonly namespaced: boolean;
}

interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly sent?: Manifest;
}

/** So many requests are under way at the same time. */
const AT_ONCE = 8;
/** So often a request is sent that a busy server has no time for: that says nothing of the object. */
const TRIES = 4;

/**
 * The API server of KUBECONFIG, asked by HTTP: thousands of requests over connections that stay open, where kubectl makes
 * one or two in a second. `kubectl proxy` signs in.
 */
export class ApiServer {
  static async start(): Promise<ApiServer> {
    const proxy = spawn('kubectl', ['proxy', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const text of proxy.stdout) {
      const port = /127\.0\.0\.1:(\d+)/.exec(String(text))?.[1];
      if (port) return new ApiServer(proxy, Number(port));
    }
    throw new Error('kubectl proxy ended before it served');
  }

  private readonly resources = new Map<string, Promise<readonly Resource[]>>();

  private constructor(
    private readonly proxy: ChildProcess,
    private readonly port: number,
    private readonly agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE }),
  ) {}

  stop(): void {
    this.agent.destroy();
    this.proxy.kill();
  }

  /** The resource of a kind; nothing where the server has none. */
  async resourceOf({ apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>): Promise<Resource | undefined> {
    const known = this.resources.get(apiVersion) ?? this.discover(apiVersion);
    this.resources.set(apiVersion, known);
    return (await known).find((resource) => resource.kind === kind);
  }

  /** What the server says to an object that it is asked to create, without creating it. Unknown fields are refused. */
  async tryCreate(object: Manifest): Promise<Answer> {
    const query = { dryRun: 'All', fieldValidation: 'Strict' };
    return this.ask({ method: 'POST', path: await this.pathOf(object), query, sent: object });
  }

  /** Answers in the order of the objects. */
  async tryCreateAll(objects: readonly Manifest[]): Promise<Answer[]> {
    return Promise.all(objects.map((object) => this.tryCreate(object)));
  }

  /** Server-side apply, as `kubectl apply --server-side` does; `try` asks only what would come of it. */
  async apply(object: Manifest, how: 'try' | 'do' = 'do'): Promise<Answer> {
    const query = { fieldManager: 'kubectl', force: 'true', ...(how === 'try' && { dryRun: 'All' }) };
    const path = `${await this.pathOf(object)}/${object.metadata.name}`;
    return this.ask({ method: 'PATCH', path, query, sent: object });
  }

  async get(object: Manifest): Promise<LiveObject> {
    const path = `${await this.pathOf(object)}/${object.metadata.name}`;
    return (await this.ask({ method: 'GET', path })).body;
  }

  /** Objects of one path: `/apis/apps/v1/namespaces/dev/replicasets`. */
  async list(path: string): Promise<LiveObject[]> {
    return (await this.ask({ method: 'GET', path })).body.items;
  }

  private async pathOf(object: Manifest): Promise<string> {
    const { apiVersion, kind, metadata } = object;
    const resource = await this.resourceOf(object);
    if (!resource) throw new Error(`${apiVersion} ${kind} is not served`);
    const place = resource.namespaced ? `namespaces/${metadata.namespace}/` : '';
    return `${rootOf(apiVersion)}/${place}${resource.name}`;
  }

  private async discover(apiVersion: string): Promise<readonly Resource[]> {
    const { code, body } = await this.ask({ method: 'GET', path: rootOf(apiVersion) });
    if (code !== 200) return [];
    const { resources }: { readonly resources: readonly Resource[] } = body;
    return resources.filter(({ name }) => !name.includes('/'));
  }

  private async ask({ method, path, query, sent }: Asked): Promise<Answer> {
    const headers = { 'content-type': method === 'PATCH' ? 'application/apply-patch+yaml' : 'application/json' };
    const options = {
      method,
      headers,
      path: query ? `${path}?${new URLSearchParams(query)}` : path,
      host: '127.0.0.1',
      port: this.port,
      agent: this.agent,
    };
    let answer = await send(options, sent);
    for (let tries = 1; answer.code >= 500 && tries < TRIES; tries++) answer = await send(options, sent);
    return answer;
  }
}

function send(options: RequestOptions, sent: Manifest | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const [code, text] = [response.statusCode ?? 0, Buffer.concat(parts).toString()];
        const isJson = response.headers['content-type']?.startsWith('application/json');
        const body = isJson ? JSON.parse(text) : text;
        const message = code < 300 ? '' : (body.message ?? text);
        resolve({ code, message, warnings: warningsIn(response.rawHeaders), body });
      });
    });
    asked.on('error', reject);
    asked.end(sent && JSON.stringify(sent));
  });
}

function rootOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

/** Texts of the headers `Warning: 299 - "text"`. */
function warningsIn(headers: readonly string[]): string[] {
  return headers
    .filter((_, index) => index % 2 === 1 && headers[index - 1]?.toLowerCase() === 'warning')
    .map((value) => /^299 - "(.*)"$/s.exec(value)?.[1]?.replace(/\\(.)/g, '$1') ?? value);
}
