import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a kubectl command printed and how it ended. */
export interface KubectlResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A Kubernetes object as the API server gives it. */
// biome-ignore lint/suspicious/noExplicitAny: what a live object holds is the server's to say
export type LiveObject = any;

/** Runs kubectl against the cluster of KUBECONFIG. */
export function kubectl(args: readonly string[], input?: string): KubectlResult {
  const { status, stdout, stderr } = spawnSync('kubectl', args, {
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status: status ?? 1, stdout, stderr };
}

/** Runs kubectl and fails where it fails. */
export function mustKubectl(...args: string[]): string {
  return execFileSync('kubectl', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

/** Objects of some kinds in all namespaces, or in one. */
export function objects(kinds: string, ...args: string[]): LiveObject[] {
  return JSON.parse(mustKubectl('get', kinds, '-o', 'json', ...(args.length > 0 ? args : ['-A']))).items;
}

/** Minor of the API server: `1.36`. */
export function servedMinor(): string {
  const { serverVersion } = JSON.parse(mustKubectl('version', '-o', 'json'));
  return `${serverVersion.major}.${Number.parseInt(serverVersion.minor, 10)}`; // managed clusters say "30+"
}

/** Asks until the answer is there, for at most `seconds`; gives the last answer. */
export async function eventually<T>(ask: () => T, done: (answer: T) => boolean, seconds: number): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = ask();
    if (done(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** Gives a folder with the files in it, and takes it away after. */
export function withFolder<T>(files: ReadonlyMap<string, string>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
  try {
    for (const [file, text] of files) writeFileSync(join(folder, file), text);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether Pods are only simulated (kwok): they become ready, but no container runs in them. */
export function podsAreSimulated(): boolean {
  return objects('nodes', '--all-namespaces=false').some((node) => node.metadata.annotations?.['kwok.x-k8s.io/node']);
}

/** Why the tests of a cluster can not run here; nothing where they can. */
export const noCluster = process.env.KUBECONFIG ? undefined : 'KUBECONFIG is not set';

/** A group of tests against the cluster, or the same group skipped with the reason in its name. */
export function describeCluster(promise: string, tests: () => void, otherwise: string | undefined = noCluster): void {
  if (otherwise) describe.skip(`${promise} (skipped: ${otherwise})`, tests);
  else describe(promise, tests);
}
