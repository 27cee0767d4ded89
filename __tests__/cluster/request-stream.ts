import { Agent, request } from 'node:http';

/** Milliseconds between two requests, and after which one is given up. */
const INTERVAL = 20;
const PATIENCE = 5000;

/** What became of the requests of a stream. */
export interface StreamResult {
  readonly sent: number;
  readonly failed: number;
  /** Why some failed: `status 502`, `ECONNRESET`. */
  readonly reasons: ReadonlyMap<string, number>;
  /** Versions in the order in which they first answered. */
  readonly versions: readonly string[];
}

/** Requests to a host through the proxy, 50 a second, from its start to its end, as clients with open connections send them. */
export class RequestStream {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly timer: NodeJS.Timeout;
  private readonly pending = new Set<Promise<void>>();
  private readonly reasons = new Map<string, number>();
  private readonly answers: string[] = [];
  private sent = 0;

  constructor(
    private readonly url: string,
    private readonly host: string,
  ) {
    this.timer = setInterval(() => this.send(), INTERVAL);
  }

  /** Answers so far. */
  get count(): number {
    return this.answers.length;
  }

  /** Versions of the last answers, each with how many of them it gave. */
  last(count: number): Record<string, number> {
    const tally: Record<string, number> = {};
    for (const version of this.answers.slice(-count)) tally[version] = (tally[version] ?? 0) + 1;
    return tally;
  }

  /** Ends the stream once all that was asked is answered. */
  async end(): Promise<StreamResult> {
    clearInterval(this.timer);
    await Promise.all(this.pending);
    this.agent.destroy();
    const failed = [...this.reasons.values()].reduce((sum, count) => sum + count, 0);
    return { sent: this.sent, failed, reasons: this.reasons, versions: [...new Set(this.answers)] };
  }

  private send(): void {
    this.sent++;
    const one = this.ask().then(
      (version) => void this.answers.push(version),
      ({ message, code = message }: NodeJS.ErrnoException) =>
        void this.reasons.set(code, (this.reasons.get(code) ?? 0) + 1),
    );
    this.pending.add(one);
    void one.finally(() => this.pending.delete(one));
  }

  private ask(): Promise<string> {
    return new Promise((resolve, reject) => {
      const outgoing = request(this.url, { agent: this.agent, headers: { host: this.host }, timeout: PATIENCE });
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in time')));
      outgoing.on('error', reject);
      outgoing.on('response', (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('error', reject);
        response.on('end', () =>
          response.statusCode === 200 ? resolve(text) : reject(new Error(`status ${response.statusCode}`)),
        );
      });
      outgoing.end();
    });
  }
}
