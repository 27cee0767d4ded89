import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The comments of a merge request, as GitLab's API has them: there is no GitLab here to ask.
 *
 * @source https://docs.gitlab.com/api/notes/#merge-requests
 */
export class MergeRequestNotes {
  /** Listens on a free port of this machine. */
  static async listen(): Promise<MergeRequestNotes> {
    const notes = new MergeRequestNotes();
    await new Promise<void>((resolve) => notes.server.listen(0, '127.0.0.1', resolve));
    return notes;
  }

  /** Texts by number. */
  readonly bodies = new Map<number, string>();
  /** Requests so far: method and token. */
  readonly asked: string[] = [];

  private readonly server: Server = createServer(async (request, response) => {
    this.asked.push(`${request.method} ${request.headers['private-token']}`);
    const answer = this.answer(request, new URLSearchParams(await textOf(request)).get('body') ?? '');
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { message: '404 Not found' }));
  });

  private constructor() {}

  /** What GitLab tells the jobs of a pipeline, to find them. */
  get ofPipeline(): Readonly<Record<string, string>> {
    const { port } = this.server.address() as AddressInfo;
    return {
      CI_API_V4_URL: `http://127.0.0.1:${port}/api/v4`,
      CI_PROJECT_ID: '12',
      CI_MERGE_REQUEST_IID: '7',
    };
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer({ method, url = '' }: IncomingMessage, body: string): object | undefined {
    const place = /^\/api\/v4\/projects\/12\/merge_requests\/7\/notes(?:\/(\d+))?(?:\?.*)?$/.exec(url);
    if (!place) return undefined;
    if (method === 'GET') return [...this.bodies].map(([id, text]) => ({ id, body: text })).reverse();
    const id = method === 'PUT' ? Number(place[1]) : this.bodies.size + 1;
    if (method === 'PUT' && !this.bodies.has(id)) return undefined;
    this.bodies.set(id, body);
    return { id, body };
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}
