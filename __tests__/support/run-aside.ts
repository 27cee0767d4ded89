import { spawn } from 'node:child_process';

/** What a command printed and how it ended. */
export interface RunAside {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command while whatever else this process does goes on: `spawnSync` would stop the servers and clients in it. */
export function runAside(command: string, args: readonly string[], cwd?: string): Promise<RunAside> {
  return new Promise((resolve, reject) => {
    const { CDK8S_OUTDIR: _, ...env } = process.env;
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk) => {
        texts[name] += chunk;
      });
    }
    child.on('error', reject).on('close', (status) => resolve({ status, ...texts }));
  });
}
