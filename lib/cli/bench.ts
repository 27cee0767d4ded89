import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** A command to time, and what it stands for. */
interface Contestant {
  readonly name: string;
  readonly command: string;
}

const ROUNDS = 7;
const CLI = 'node_modules/.bin/cdk8s synth --check-upgrade=false';

/** A project of the cdk8s CLI whose program writes nothing and which nothing validates. */
const EMPTY = 'build/empty';

/** Changes a file that every chart imports, in a copy of the project. */
const EDIT = `echo "// $(date)" >> build/bench/lib/kubernetes/labels.ts`;

/** What holds no object against anything, in place of what does. */
const UNCHECKED = `import type { CollectedObject } from './collect-objects';
export const checkObjects = (objects: readonly CollectedObject[], ..._: unknown[]) => ({ objects, problems: [], verdicts: [] });
`;

const CONTESTANTS: readonly Contestant[] = [
  { name: 'node, doing nothing', command: 'node -e 0' },
  { name: 'npm run synth', command: 'npm run --silent synth' },
  { name: 'npm run synth, after an edit', command: `${EDIT} && npm run --silent --prefix build/bench synth` },
  { name: 'npm run synth, unchecked', command: 'npm run --silent --prefix build/unchecked synth' },
  { name: 'cdk8s synth, empty program', command: `cd ${EMPTY} && ../../${CLI}` },
  { name: 'cdk8s synth', command: CLI },
];

/** A copy of the project whose sources may be edited. */
function copyProject(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['main.ts', 'lib', 'imports', 'package.json', 'tsconfig.json', 'tsconfig.build.json', '.npmrc'])
    cpSync(part, `${folder}/${part}`, { recursive: true });
  symlinkSync('../../node_modules', `${folder}/node_modules`);
}

function makeEmptyProject(): void {
  rmSync(EMPTY, { recursive: true, force: true });
  mkdirSync(EMPTY, { recursive: true });
  writeFileSync(`${EMPTY}/cdk8s.yaml`, 'language: typescript\napp: mkdir -p "$CDK8S_OUTDIR"\n');
}

/** Wall time of one run in seconds. */
function seconds({ name, command }: Contestant): number {
  const start = performance.now();
  const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ended with ${status}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Times everything in turns, so that a machine that slows down slows all of it, and prints medians and ratios. */
function bench(): void {
  copyProject('build/bench');
  copyProject('build/unchecked');
  writeFileSync('build/unchecked/lib/delivery/check-objects.ts', UNCHECKED);
  makeEmptyProject();
  const times = new Map(CONTESTANTS.map(({ name }) => [name, [] as number[]]));
  for (const contestant of CONTESTANTS) seconds(contestant); // warm caches
  for (let round = 0; round < ROUNDS; round++) {
    for (const contestant of CONTESTANTS) times.get(contestant.name)?.push(seconds(contestant));
  }
  const medianOf = (name: string) => median(times.get(name) ?? []);
  const node = medianOf('node, doing nothing');
  process.stdout.write(`Median of ${ROUNDS} runs each, in turns.\n\n`);
  for (const { name } of CONTESTANTS) {
    const time = medianOf(name);
    process.stdout.write(
      `${name.padEnd(28)}${time.toFixed(2).padStart(6)} s${(time / node).toFixed(1).padStart(8)} x node\n`,
    );
  }
  const [checked, unchecked] = [medianOf('npm run synth'), medianOf('npm run synth, unchecked')];
  process.stdout.write(`\nThe rules and the schema cost ${(checked - unchecked).toFixed(2)} s of it.\n`);
  const [own, empty] = [medianOf('cdk8s synth'), medianOf('cdk8s synth, empty program')];
  process.stdout.write(
    `The program adds ${(own - empty).toFixed(2)} s to the CLI (${(own / empty).toFixed(2)} x an empty program).\n`,
  );
}

bench();
