import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ProjectCopy, unchecked } from '../support/project-copy';

jest.setTimeout(180_000);

let project: ProjectCopy;
const git = (...args: readonly string[]) => {
  const { status, stderr } = spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
    cwd: project.folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
};

beforeAll(() => {
  project = new ProjectCopy();
});
afterAll(() => project.remove());

const plan = (...args: readonly string[]) => project.command('plan', ...args);
const changesOf = (...args: readonly string[]): string[] =>
  JSON.parse(plan('--format', 'json', ...args).stdout).changes.map(
    ({ verdict, object }: { verdict: string; object: Record<string, string> }) =>
      `${verdict} ${object.kind} ${object.name}`,
  );

/** Copies dist/ to another folder, with texts in one of its files replaced. */
function edited(folder: string, file: string, replace: (text: string) => string): string {
  mkdirSync(join(project.folder, folder), { recursive: true });
  spawnSync('cp', ['-r', `${project.folder}/dist/.`, join(project.folder, folder)]);
  project.write(`${folder}/${file}`, replace(project.read(`${folder}/${file}`)));
  return join(project.folder, folder);
}

describe('what cannot be compared is said in one sentence, with what to do, and exit code 1', () => {
  test('without a repository, and without a commit', () => {
    const outside = plan();
    expect({ status: outside.status, lines: outside.stderr.trim().split('\n').length }).toEqual({
      status: 1,
      lines: 1,
    });
    expect(outside.stderr).toContain('must be in a git repository to be compared with a commit; run git init');
    git('init', '-q');
    expect(plan().stderr).toContain('must be a commit: the repository has none yet; commit dist/ first');
  });

  test.each`
    args                             | words
    ${['--against', 'nowhere']}      | ${'--against: invalid value "nowhere": must be a commit, a branch, a tag, a folder, or "cluster"'}
    ${['--env', 'prdo']}             | ${'--env: invalid value "prdo": must be one of dev, test, staging, prod; write prod'}
    ${['--to', 'lib/cli']}           | ${'--to: invalid value "lib/cli": must have a .yaml, .yml or .json file'}
    ${['--allow', 'Namespace/prod']} | ${'--allow: invalid value "Namespace/prod": must be the object of a change that is refused or loses data'}
    ${['--format', 'yaml']}          | ${'Allowed choices are text, json, markdown'}
  `('$args', ({ args, words }) => {
    git('add', '-A');
    git('commit', '-qm', 'all', '--allow-empty');
    const { status, stderr, stdout } = plan(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
  });

  test('without kubectl, and without a cluster that answers', () => {
    const asked = (env: NodeJS.ProcessEnv) =>
      spawnSync(process.execPath, unchecked('plan', '--against', 'cluster'), {
        cwd: project.folder,
        encoding: 'utf8',
        env,
      });
    const without = asked({ PATH: '/nowhere' });
    expect(without.status).toBe(1);
    expect(without.stderr).toMatch(/^kubectl .*needs kubectl on the PATH; install kubectl/);
    const unanswered = asked({ ...process.env, KUBECONFIG: '/nowhere/config' });
    expect(unanswered.status).toBe(1);
    expect(unanswered.stderr).toMatch(/^kubectl .*; (set KUBECONFIG|install kubectl)/);
  });
});

describe('exit code', () => {
  test('0 when nothing changes', () => {
    const { status, stdout } = plan();
    expect({ status, line: stdout.split('\n')[0] }).toEqual({
      status: 0,
      line: expect.stringMatching(/^Nothing changes: \d+ objects stay as they are$/),
    });
  });

  test('2 when something does', () => {
    const to = edited('build/image', 'dev.hello.k8s.yaml', (text) => text.replace('hellok8s-v4', 'hellok8s-v5'));
    expect(plan('--to', to).status).toBe(2);
    expect(changesOf('--to', to)).toEqual(['rolls-pods Deployment hello']);
    expect(plan('--to', to, '--env', 'prod').status).toBe(0);
  });

  test('3 when the API server would refuse it, and 2 when that is allowed', () => {
    const to = edited('build/selector', 'dev.hello.k8s.yaml', (text) =>
      text.replace(/(kind: Deployment[\s\S]*?matchLabels:\n\s+app.kubernetes.io\/instance: )hello/, '$1other'),
    );
    const { status, stdout } = plan('--to', to);
    expect(status).toBe(3);
    expect(stdout).toContain('--allow Deployment/dev/hello');
    expect(plan('--to', to, '--allow', 'Deployment/dev/hello').status).toBe(2);
    expect(plan('--to', to, '--allow', 'Deployment/dev/helo').stderr).toContain('write Deployment/dev/hello');
  });

  test('3 when data is lost: the namespace of an environment is gone', () => {
    const to = edited('build/gone', '00-cluster.k8s.yaml', (text) =>
      text.replace(/---\napiVersion: v1\nkind: Namespace\nmetadata:\n {2}name: prod\n[\s\S]*?(?=---)/, ''),
    );
    expect(plan('--to', to).status).toBe(3);
    expect(changesOf('--to', to)).toContain('loses-data Namespace prod');
    expect(plan('--to', to, '--allow', 'Namespace/prod').status).toBe(2);
  });
});

test('compares with another commit, and with a folder', () => {
  edited('dist', 'dev.hello.k8s.yaml', (text) => text.replace('hellok8s-v4', 'hellok8s-v3'));
  git('commit', '-qam', 'an older image');
  git('tag', 'older');
  const { stdout } = plan('--against', 'older');
  expect(stdout).toContain('yingxi-docker hellok8s-v3 -> hellok8s-v4');
  expect(stdout).toMatch(/over older \([0-9a-f]{7}\)/);
  expect(changesOf('--against', 'HEAD~1')).toEqual([]);
  expect(changesOf('--against', 'dist')).toEqual(['rolls-pods Deployment hello']);
});

test('a mistake in a chart is said as a synthesis says it', () => {
  project.edit('lib/environments/releases.json', '"weight": 10', '"weight": 250');
  const { status, stderr } = plan();
  expect(status).toBe(1);
  expect(stderr).toContain('prod.hello.canary.weight: invalid value 250');
});
