import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

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

  /** Compiles the copy, so that `main` runs what it says now. */
  compile(): SpawnSyncReturns<string> {
    return this.run('node_modules/.bin/tsc', ['-b', 'tsconfig.build.json']);
  }

  /** The compiled program alone, as `npm run synth` runs it once it is compiled. */
  main(): SpawnSyncReturns<string> {
    return this.run(process.execPath, ['--enable-source-maps', 'build/js/lib/cli/synth.js']);
  }

  /** A command of lib/cli as its npm script runs it, compiled first. */
  launch(name: string, ...args: string[]): SpawnSyncReturns<string> {
    return this.run(process.execPath, ['lib/cli/launch.js', name, ...args]);
  }

  /** A compiled command of lib/cli. */
  command(name: string, ...args: string[]): SpawnSyncReturns<string> {
    return this.run(process.execPath, [`build/js/lib/cli/${name}.js`, ...args]);
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
