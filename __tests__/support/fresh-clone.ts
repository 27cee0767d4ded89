import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../..');
const AUTHOR = ['-c', 'user.name=somebody', '-c', 'user.email=somebody@example.com'];

/** Why there can be no clone here; nothing where there can. */
export const noClone = existsSync(join(PROJECT, '.git')) ? undefined : 'this copy of the project is no Git checkout';

/** The project as it stands, committed to a repository of its own, and a clone of that. */
export class FreshClone {
  /** Where both lie. */
  readonly root: string;
  /** The repository that is pushed to: a bare one, with a branch `main`. */
  readonly origin: string;
  /** The clone, with the packages of the project. */
  readonly folder: string;

  /** @param parent folder to make them in; one of the machine's temporary ones where it is left out */
  constructor(parent: string = tmpdir()) {
    this.root = mkdtempSync(join(parent, 'clone-'));
    this.origin = join(this.root, 'origin.git');
    this.folder = join(this.root, 'services');
    const seed = join(this.root, 'seed');
    const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
      cwd: PROJECT,
      encoding: 'utf8',
    });
    for (const file of listed.split('\0').filter((name) => name && existsSync(join(PROJECT, name))))
      cpSync(join(PROJECT, file), join(seed, file));
    const git = (cwd: string, ...args: string[]) => execFileSync('git', [...AUTHOR, ...args], { cwd, stdio: 'pipe' });
    git(seed, 'init', '--quiet', '--initial-branch=main');
    git(seed, 'add', '--all');
    git(seed, 'commit', '--quiet', '--message=Begin');
    git(this.root, 'clone', '--quiet', '--bare', seed, this.origin);
    git(this.root, 'clone', '--quiet', this.origin, this.folder);
    rmSync(seed, { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /** Replaces a text in a file of the clone, and fails where the text is not there. */
  edit(file: string, from: string, to: string): void {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`${file} does not have: ${from}`);
    writeFileSync(join(this.folder, file), text.replace(from, to));
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** Runs a command in the clone. */
  run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
    return spawnSync(command, args, { cwd: this.folder, encoding: 'utf8', env: { ...process.env, ...env } });
  }

  /** Runs a command in the clone and fails where it fails. */
  must(command: string, ...args: string[]): string {
    const { status, stdout, stderr } = this.run(command, args);
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
    return stdout;
  }

  /** Synthesizes, commits everything and pushes it to `main`. */
  deliver(message: string): void {
    this.must(process.execPath, 'lib/cli/launch.js', 'synth');
    this.must('git', 'add', '--all');
    this.must('git', ...AUTHOR, 'commit', '--quiet', `--message=${message}`);
    this.must('git', 'push', '--quiet', 'origin', 'HEAD:main');
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
