import { spawnSync } from 'node:child_process';
import { CommandFailed } from './command-failed';

const MOST_BYTES = 256 * 2 ** 20;

/** What to do, by what kubectl says. The first that fits counts. */
const MENDS: readonly (readonly [words: RegExp, mend: string])[] = [
  [/forbidden/i, 'ask as somebody who may do that; cluster-admin may'],
  [/unauthorized|must be logged in|provide credentials/i, 'log in, or set KUBECONFIG to a file that can'],
  [
    /connection refused|connection to the server|unable to connect|no such host|timeout/i,
    'set KUBECONFIG to a cluster that answers',
  ],
  [
    /no configuration has been provided|no such file|current-context/i,
    'set KUBECONFIG to the file of an administrator',
  ],
];

/** Runs kubectl against one cluster. Nothing secret is ever an argument: those are for every process of the machine to see. */
export class Kubectl {
  /** @param kubeconfig file to ask with; none for what kubectl takes by itself, KUBECONFIG first */
  constructor(private readonly kubeconfig?: string) {}

  /**
   * Runs a command and gives what it prints.
   *
   * @throws CommandFailed with kubectl's own words, when it fails
   */
  run(args: readonly string[], input?: string): string {
    const as = this.kubeconfig ? [`--kubeconfig=${this.kubeconfig}`] : [];
    const { status, signal, stdout, stderr, error } = spawnSync('kubectl', [...as, ...args], {
      encoding: 'utf8',
      input,
      maxBuffer: MOST_BYTES,
    });
    const field = `kubectl ${args.join(' ')}`;
    if (status === 0) return stdout;
    if (error && status === null) throw missing(field, error); // else it only did not read all of its input
    const words = signal ? `ended by ${signal}` : (stderr.trim().split('\n').at(-1) ?? '');
    const mend = MENDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'mend that, and try again';
    throw new CommandFailed({ field, got: undefined, rule: `failed: ${words}`, mend });
  }

  /** Runs a command that prints JSON, and gives what it says. */
  json<T>(args: readonly string[], input?: unknown): T {
    return JSON.parse(this.run([...args, '-o', 'json'], input === undefined ? undefined : JSON.stringify(input)));
  }
}

function missing(field: string, { message, ...error }: NodeJS.ErrnoException): CommandFailed {
  const rule = error.code === 'ENOENT' ? 'needs kubectl on the PATH' : `failed: ${message}`;
  return new CommandFailed({ field, got: undefined, rule, mend: 'install kubectl, and try again' });
}
