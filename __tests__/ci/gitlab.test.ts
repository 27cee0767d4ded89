import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FreshClone, noClone } from '../support/fresh-clone';
import { MergeRequestNotes } from '../support/merge-request-notes';

jest.setTimeout(600_000);

interface Job {
  readonly script: readonly string[];
  readonly after_script?: readonly string[];
  readonly rules: readonly { readonly if: string }[];
}

const FILE = join(__dirname, '../../ci/gitlab/.gitlab-ci.yml');
const jobs: Readonly<Record<'check' | 'plan' | 'release', Job>> = parse(readFileSync(FILE, 'utf8'));

/** What GitLab sets, and what `-c` of a job's shell is given. */
const ofPipeline = (clone: FreshClone) => ({
  CI_COMMIT_MESSAGE: '',
  CI_DEFAULT_BRANCH: 'main',
  CI_SERVER_HOST: 'gitlab.example.com',
  CI_MERGE_REQUEST_DIFF_BASE_SHA: clone.must('git', 'rev-parse', 'origin/main').trim(),
  RELEASE_REMOTE: clone.origin,
});

(noClone ? describe.skip : describe)('.gitlab-ci.yml', () => {
  let clone: FreshClone;
  beforeAll(() => {
    clone = new FreshClone();
    // as GitLab does: it makes the merge request of what is said beside a push
    clone.must('git', '--git-dir', clone.origin, 'config', 'receive.advertisePushOptions', 'true');
  });
  afterAll(() => clone.remove());

  /** Runs a job as a runner does: its lines in one shell that stops at the first that fails. */
  function run(job: keyof typeof jobs, env: Readonly<Record<string, string>> = {}): string | undefined {
    const script = jobs[job].script.filter((line) => !line.endsWith(' lint')).join('\n');
    const { status, stdout, stderr } = clone.run('bash', ['-eo', 'pipefail', '-c', script], {
      ...ofPipeline(clone),
      ...env,
    });
    return status === 0 ? undefined : stdout + stderr;
  }
  const releases = (branch: string) =>
    JSON.parse(clone.must('git', '--git-dir', clone.origin, 'show', `${branch}:lib/environments/releases.json`));

  test('check and plan pass for what is committed', () => {
    expect(run('check')).toBeUndefined();
    expect(run('plan')).toBeUndefined();
    expect(clone.read('plan.md').length).toBeGreaterThan(0);
  });

  test('the plan is one comment, written anew by each pipeline; without a token there is none', async () => {
    const notes = await MergeRequestNotes.listen();
    const script = jobs.plan.after_script?.join('\n') ?? 'false';
    const comment = (token = '') => {
      const env = { ...process.env, ...notes.ofPipeline, RELEASE_TOKEN: token };
      const shell = spawn('bash', ['-eo', 'pipefail', '-c', script], { cwd: clone.folder, env, stdio: 'inherit' });
      return new Promise((resolve) => shell.on('close', resolve));
    };
    try {
      notes.bodies.set(1, 'Looks good');
      expect(await comment()).toBe(0);
      expect(notes.asked).toEqual([]);
      expect(await comment('secret')).toBe(0);
      expect([...notes.bodies]).toEqual([
        [1, 'Looks good'],
        [2, clone.read('plan.md')],
      ]);
      writeFileSync(join(clone.folder, 'plan.md'), '### Plan: another & more\n');
      expect(await comment('secret')).toBe(0);
      expect(notes.bodies.get(2)).toBe('### Plan: another & more\n');
      expect(notes.bodies.size).toBe(2);
      expect(notes.asked).toEqual(['GET', 'POST', 'GET', 'PUT'].map((method) => `${method} secret`));
    } finally {
      await notes.close();
    }
  });

  test('a pipeline with variables pushes a branch with the new image, and one of the next environment after its merge', () => {
    expect(run('release', { SERVICE: 'hello', ENVIRONMENT: 'dev', TAG: '3f2a1bc-42' })).toBeUndefined();
    expect(releases('release/hello/dev').dev.hello.tag).toBe('3f2a1bc-42');
    clone.must('git', 'push', '--quiet', 'origin', 'HEAD:main');
    const message = "Merge branch 'release/hello/dev' into 'main'\n\nRelease hello to dev\n\nSee merge request !7";
    expect(run('release', { CI_COMMIT_MESSAGE: message })).toBeUndefined();
    expect(releases('release/hello/test').test.hello.tag).toBe('3f2a1bc-42');
  });

  test('what a merge says is what the rule of the job waits for', () => {
    const [, rule = ''] = jobs.release.rules.map((one) => one.if);
    const pattern = new RegExp(/=~ \/(.*)\/m/.exec(rule)?.[1] ?? '^$', 'm');
    expect("Merge branch 'a' into 'main'\n\nRelease hello to staging\n\nSee merge request !7").toMatch(pattern);
    expect('Release hello to prod').not.toMatch(pattern);
    expect('Revert "Release hello to dev"').not.toMatch(pattern);
  });
});
