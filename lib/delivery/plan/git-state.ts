import { spawnSync } from 'node:child_process';
import { CommandFailed } from '../command-failed';
import { projectRoot } from '../project';
import { type DeployedState, deployedState } from './deployed-state';

const MOST_BYTES = 512 * 2 ** 20;
const MANIFEST = /\.(ya?ml|json)$/;

/**
 * What a commit of the project's repository has in the output folder.
 *
 * @param ref commit, branch or tag: `HEAD`, `origin/main`
 * @param folder in the project: `dist`
 * @throws CommandFailed where there is no repository, or no such commit
 */
export function gitState(ref: string, folder: string): DeployedState {
  requireRepository();
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (commit === undefined) throw unknownRef(ref);
  const hash = commit.toString().trim();
  const listed = git(['ls-tree', '-r', '-z', '--name-only', hash, '--', `${folder}/`])?.toString() ?? '';
  const paths = listed.split('\0').filter((path) => MANIFEST.test(path));
  const texts = contents(hash, paths);
  const files = new Map(paths.map((path, index) => [path.slice(folder.length + 1), texts[index] ?? '']));
  const short = hash.slice(0, 7);
  return deployedState(ref.startsWith(short) ? `commit ${short}` : `${ref} (${short})`, files);
}

/** Runs git in the project; nothing where it fails. */
function git(args: readonly string[], input?: string): Buffer | undefined {
  const { status, stdout, error } = spawnSync('git', args, { cwd: projectRoot(), input, maxBuffer: MOST_BYTES });
  if (error && 'code' in error && error.code === 'ENOENT') {
    const mend = 'install it, or name a folder to compare with: --against FOLDER';
    throw new CommandFailed({ field: 'git', got: undefined, rule: 'must be on the PATH', mend });
  }
  return status === 0 ? stdout : undefined;
}

function requireRepository(): void {
  if (git(['rev-parse', '--git-dir'])) return;
  const rule = 'must be in a git repository to be compared with a commit';
  const mend = 'run git init and commit dist/, or name a folder: --against FOLDER';
  throw new CommandFailed({ field: projectRoot(), got: undefined, rule, mend });
}

function unknownRef(got: string): CommandFailed {
  const isFresh = git(['rev-parse', '--verify', '--quiet', 'HEAD']) === undefined;
  const rule = isFresh
    ? 'must be a commit: the repository has none yet'
    : 'must be a commit, a branch, a tag, a folder, or "cluster"';
  const mend = isFresh
    ? 'commit dist/ first'
    : 'git branch --all lists branches; fetch what is not here yet, in CI with the depth that reaches it';
  return new CommandFailed({ field: '--against', got, rule, mend });
}

/** Files of a commit, all by one process. @source git-cat-file(1) --batch */
function contents(commit: string, paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  const asked = paths.map((path) => `${commit}:./${path}\n`).join('');
  const answer = git(['cat-file', '--batch'], asked) ?? Buffer.alloc(0);
  let at = 0;
  return paths.map(() => {
    const end = answer.indexOf(10, at);
    const size = Number(answer.subarray(at, end).toString().split(' ')[2]);
    const text = answer.subarray(end + 1, end + 1 + size).toString();
    at = end + 1 + size + 1;
    return text;
  });
}
