import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { writeFleet } from './write-fleet';

/** A program that checks manifests, and how long it took, in seconds. */
interface Contestant {
  readonly name: string;
  readonly command: string;
  readonly seconds: number[];
}

const FOLDER = 'build/fleet';
const SERVICES = 300;
const ROUNDS = 3;

/**
 * Checks 8,400 objects by `npm run check` and by kube-score, in turns, and says how long each takes.
 *
 * @param root folder of the project
 * @param kubeScore its program; where it is not there, that is said instead
 */
export function checkRace(root: string, kubeScore: string): string {
  const files = writeFleet(join(root, FOLDER), SERVICES);
  const isThere = existsSync(kubeScore);
  const contestants: Contestant[] = [
    { name: 'npm run check', command: `npm run --silent check -- ${FOLDER}`, seconds: [] },
    ...(isThere ? [{ name: 'kube-score', command: `${kubeScore} score ${FOLDER}/*.yaml`, seconds: [] }] : []),
  ];
  for (let round = 0; round < ROUNDS; round++) {
    for (const { command, seconds } of contestants) seconds.push(timeOf(root, command));
  }
  const lines = contestants.map(({ name, seconds }) => `${name.padEnd(28)}${median(seconds).toFixed(2).padStart(6)} s`);
  const heading = `${SERVICES} services in ${files / SERVICES} environments, median of ${ROUNDS} runs each, in turns.`;
  return [heading, '', ...lines, '', verdict(contestants, kubeScore), ''].join('\n');
}

function verdict([own, other]: readonly Contestant[], kubeScore: string): string {
  if (!own || !other) return `kube-score is not there to compare with: ${kubeScore}; ${HOW_TO_INSTALL}`;
  return `npm run check takes ${(median(own.seconds) / median(other.seconds)).toFixed(2)} x the time of kube-score.`;
}

const HOW_TO_INSTALL =
  'GOBIN=$PWD/build/bin go install github.com/zegl/kube-score/cmd/kube-score@v1.20.0, or name it in KUBE_SCORE';

/** Exit code 1 says that something was found, not that it failed. */
function timeOf(cwd: string, command: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync('sh', ['-c', `${command} > /dev/null`], { cwd, encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(`${command}: ended with ${status}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
