import { execFileSync } from 'node:child_process';
import { UnreadableSource } from './unreadable-source';

const MOST_BYTES = 64 * 2 ** 20;

/** What a command prints; its own words, when it fails. */
export function commandOutput(command: string, args: readonly string[], mend: string): string {
  const called = [command, ...args].join(' ');
  try {
    return execFileSync(command, args, { encoding: 'utf8', maxBuffer: MOST_BYTES, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { code, stderr, stdout } = error as { code?: string; stderr?: string; stdout?: string };
    if (code === 'ENOENT') throw new UnreadableSource(called, undefined, `needs ${command} on the PATH`, mend);
    const words = /"Error": *"([^"]*)"/.exec(stdout ?? '')?.[1] ?? (stderr || code || '').trim().split('\n')[0];
    throw new UnreadableSource(called, undefined, `failed: ${words}`, mend);
  }
}
