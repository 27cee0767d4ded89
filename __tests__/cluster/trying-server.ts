import { type ChildProcess, spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import type { Manifest } from '../../lib/kubernetes/manifest';

/** What an API server answers. */
export interface Answer {
  readonly code: number;
  /** What went wrong, in its words. */
  readonly message: string;
  /** Warnings that came with the answer, whatever it was. */
  readonly warnings: readonly string[];
}

/** A resource as the server names it. */
interface Resource {
  readonly kind: string;
  readonly name: string;
  readonly namespaced: boolean;
}

/** So many requests are under way at the same time. */
const AT_ONCE = 8;

/**
 * The API server of KUBECONFIG, asked by hand: thousands of requests over connections that stay open, which kubectl has no
 * way to send. `kubectl proxy` signs in.
 */
export class TryingServer {
  private readonly resources = new Map<string, Promise<readonly Resource[]>>();

  private constructor(
    private readonly proxy: ChildProcess,
    private readonly port: number,
    private readonly agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE }),
  ) {}

  static async open(): Promise<TryingServer> {
    const proxy = spawn('kubectl', ['proxy', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const text of proxy.stdout) {
      const port = /127\.0\.0\.1:(\d+)/.exec(String(text))?.[1];
      if (port) return new TryingServer(proxy, Number(port));
    }
    throw new Error('kubectl proxy ended before it served');
  }

  close(): void {
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
    const { apiVersion, kind, metadata } = object;
    const resource = await this.resourceOf(object);
    if (!resource) throw new Error(`${apiVersion} ${kind} is not served`);
    const place = resource.namespaced ? `namespaces/${metadata.namespace}/` : '';
    const path = `${rootOf(apiVersion)}/${place}${resource.name}?dryRun=All&fieldValidation=Strict`;
    const { code, body, warnings } = await this.ask('POST', path, JSON.stringify(object));
    return { code, warnings, message: code < 300 ? '' : (JSON.parse(body).message ?? body) };
  }

  /** Answers in the order of the objects. */
  async tryCreateAll(objects: readonly Manifest[]): Promise<Answer[]> {
    return Promise.all(objects.map((object) => this.tryCreate(object)));
  }

  private async discover(apiVersion: string): Promise<readonly Resource[]> {
    const { code, body } = await this.ask('GET', rootOf(apiVersion));
    if (code !== 200) return [];
    const { resources }: { readonly resources: readonly Resource[] } = JSON.parse(body);
    return resources.filter(({ name }) => !name.includes('/'));
  }

  private ask(method: string, path: string, sent?: string) {
    return new Promise<{ code: number; body: string; warnings: string[] }>((resolve, reject) => {
      const options = { method, path, port: this.port, host: '127.0.0.1', agent: this.agent };
      const asked = request({ ...options, headers: { 'content-type': 'application/json' } }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const warnings = warningsIn(response.rawHeaders);
          resolve({ code: response.statusCode ?? 0, body: Buffer.concat(parts).toString(), warnings });
        });
      });
      asked.on('error', reject);
      asked.end(sent);
    });
  }
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
