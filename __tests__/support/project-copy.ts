import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { type RunAside, runAside } from './run-aside';

const PROJECT = resolve(__dirname, '../..');
const PARTS = [
  'cdk8s.yaml',
  'dist',
  'imports',
  'lib',
  'main.ts',
  'package.json',
  'tsconfig.build.json',
  'tsconfig.json',
];

/** Runs a script, and the TypeScript that it requires, without a look at the types. */
const evaluate = (script: string, ...args: readonly string[]): string[] => [
  '--require',
  './lib/cli/transpile.js',
  '--eval',
  script,
  ...args,
];

/** What node is given to run a command of lib/cli in a copy, whatever the types. */
export const unchecked = (name: string, ...args: readonly string[]): string[] =>
  evaluate(`require('./lib/cli/${name}.ts')`, '--', ...args);

/** The same for the synthesis, which writes when it is told to. */
export const UNCHECKED_SYNTH = evaluate("require('./lib/cli/synth.ts').synth()");

/** A copy of the project that a test may change, break and throw away. */
export class ProjectCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'project-'));

  constructor() {
    for (const part of PARTS) cpSync(join(PROJECT, part), join(this.folder, part), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /** Replaces a text in a file of the copy, and fails where the text is not there. */
  edit(file: string, from: string, to: string): void {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`${file} does not have: ${from}`);
    this.write(file, text.replace(from, to));
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  /** `npx cdk8s synth`, without the CLI's look for a newer version of itself. */
  cdk8s(...args: string[]): SpawnSyncReturns<string> {
    return this.run('node_modules/.bin/cdk8s', ['synth', '--check-upgrade=false', ...args]);
  }

  /** Checks the types of the copy, as every command does. */
  checkTypes(): SpawnSyncReturns<string> {
    return this.run('node_modules/.bin/tsc', ['-b', 'tsconfig.build.json']);
  }

  /** The program alone, as `npm run synth` runs it, whatever its types. */
  main(): SpawnSyncReturns<string> {
    return this.run(process.execPath, UNCHECKED_SYNTH);
  }

  /** A command of lib/cli as its npm script runs it, its types checked. */
  launch(name: string, ...args: string[]): SpawnSyncReturns<string> {
    return this.run(process.execPath, ['lib/cli/launch.js', name, ...args]);
  }

  /** A command of lib/cli, whatever the types. */
  command(name: string, ...args: string[]): SpawnSyncReturns<string> {
    return this.run(process.execPath, unchecked(name, ...args));
  }

  /** `main`, while this process goes on. */
  mainAside(): Promise<RunAside> {
    return runAside(process.execPath, UNCHECKED_SYNTH, this.folder);
  }

  /** `command`, while this process goes on. */
  commandAside(name: string, ...args: string[]): Promise<RunAside> {
    return runAside(process.execPath, unchecked(name, ...args), this.folder);
  }

  /** Every file in a folder of the copy with its bytes; none where the folder is not there. */
  bytes(folder: string): Record<string, string> {
    const root = join(this.folder, folder);
    if (!statSync(root, { throwIfNoEntry: false })) return {};
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return Object.fromEntries(
      files
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [relative(root, file), readFileSync(file, 'latin1')]),
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private run(command: string, args: readonly string[]): SpawnSyncReturns<string> {
    const { CDK8S_OUTDIR: _, ...env } = process.env;
    return spawnSync(command, args, { cwd: this.folder, encoding: 'utf8', env });
  }
}
