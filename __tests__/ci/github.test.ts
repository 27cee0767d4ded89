import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FreshClone, noClone } from '../support/fresh-clone';
import { isHosted, type WorkflowStep, workflowSteps } from '../support/workflow-step';

jest.setTimeout(600_000);

const describeClone = noClone ? describe.skip : describe;

/** Runs steps as a runner does, in a fresh clone: what one writes to GITHUB_ENV the next ones have. */
class Runner {
  private readonly files: string;
  readonly summary: string;

  constructor(
    readonly clone: FreshClone,
    private readonly values: Readonly<Record<string, string>>,
  ) {
    this.files = join(clone.root, 'runner');
    mkdirSync(this.files, { recursive: true });
    this.summary = join(this.files, 'summary');
  }

  /** Runs a step; `env` is what its expressions would have been. */
  run(step: WorkflowStep): { readonly status: number | null; readonly output: string } {
    const file = join(this.files, 'env');
    const handedOn = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const variables = Object.fromEntries(
      Object.entries(step.env).map(([name, text]) => [
        name,
        text.replace(/\$\{\{ (.*?) \}\}/g, (_, at) => this.valueOf(at)),
      ]),
    );
    const earlier = Object.fromEntries(
      handedOn
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(/=(.*)/s).slice(0, 2)),
    );
    const { status, stdout, stderr } = this.clone.run(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
      {
        ...variables,
        ...earlier,
        GITHUB_ENV: file,
        GITHUB_STEP_SUMMARY: this.summary,
      },
    );
    return { status, output: stdout + stderr };
  }

  private valueOf(expression: string): string {
    const value = this.values[expression];
    if (value === undefined) throw new Error(`no value for the expression "${expression}"`);
    return value;
  }
}

/** Runs steps until one fails, as a job does; says which and what it printed. */
function failureOf(steps: readonly WorkflowStep[], runner: Runner): string | undefined {
  for (const step of steps) {
    const { status, output } = runner.run(step);
    if (status !== 0) return `${step.name}: ${output}`;
  }
  return undefined;
}

/** Steps that this machine can run: the packages are those of the project, and nothing is said to a hosted service. */
const local = (file: string) => workflowSteps(file).filter((step) => step.name !== 'Packages' && !isHosted(step));

const ofPullRequest = (clone: FreshClone, body = '') => ({
  'github.event.pull_request.base.sha': clone.must('git', 'rev-parse', 'origin/main').trim(),
  'github.event.pull_request.body': body,
  'github.event.pull_request.number': '7',
});

test('what talks to GitHub is a comment and a pull request, each a step of its own', () => {
  const hosted = ['check', 'release'].flatMap((name) => workflowSteps(`ci/github/${name}.yml`).filter(isHosted));
  expect(hosted.map(({ name }) => name)).toEqual(['Plan as a comment', 'Pull request']);
});

describeClone('check.yml', () => {
  let clone: FreshClone;
  beforeAll(() => {
    clone = new FreshClone();
  });
  afterAll(() => clone.remove());

  const steps = local('ci/github/check.yml');
  /** What is tried more than once goes without the linter, which takes as long as all the rest. */
  const others = steps.filter(({ name }) => name !== 'Types and style');
  const failure = (of: readonly WorkflowStep[], body?: string) =>
    failureOf(of, new Runner(clone, ofPullRequest(clone, body)));

  test('passes for what is committed, and the plan says that nothing changes', () => {
    expect(failure(steps)).toBeUndefined();
    expect(clone.read('plan.md').length).toBeGreaterThan(0);
  });

  test('fails when dist/ was not made anew, also where a file is missing in it', () => {
    clone.edit('lib/environments/prod.ts', 'log.level=warn', 'log.level=error');
    expect(failure(others)).toMatch(/^dist\/ is what the program makes: [\s\S]*dist\/prod\.multiroute\.k8s\.yaml/);
    clone.must('git', 'checkout', '--quiet', '.');
  });

  test('fails for a volume that goes with a change, and passes once the description allows it', () => {
    const chart = "import { PersistentClaim } from '../constructs/storage/persistent-claim';\n";
    clone.edit('lib/charts/multiroute.ts', 'import { Probe }', `${chart}import { Probe }`);
    clone.edit(
      'lib/charts/multiroute.ts',
      '    const service = new',
      "    new PersistentClaim(this, 'Orders', { size: Size.gibibytes(1), whenRemoved: 'deleted' });\n    const service = new",
    );
    clone.edit('lib/charts/multiroute.ts', "import { Chart } from 'cdk8s';", "import { Chart, Size } from 'cdk8s';");
    clone.deliver('Keep orders');
    clone.edit(
      'lib/charts/multiroute.ts',
      "    new PersistentClaim(this, 'Orders', { size: Size.gibibytes(1), whenRemoved: 'deleted' });\n",
      '',
    );
    clone.edit('lib/charts/multiroute.ts', chart, '');
    clone.edit('lib/charts/multiroute.ts', "import { Chart, Size } from 'cdk8s';", "import { Chart } from 'cdk8s';");
    clone.must(process.execPath, 'lib/cli/launch.js', 'synth');
    clone.must(
      'git',
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@example.com',
      'commit',
      '--quiet',
      '--all',
      '--message=Drop orders',
    );
    expect(failure(others)).toMatch(/^Plan: /);
    expect(clone.read('plan.md')).toContain('PersistentVolumeClaim');
    const allowed = ['dev', 'test', 'staging', 'prod'].map((name) => `allow: PersistentVolumeClaim/${name}/orders`);
    expect(failure(others, `Nobody orders any more.\r\n${allowed.join('\r\n')}\r\n`)).toBeUndefined();
  });
});

describeClone('release.yml', () => {
  let clone: FreshClone;
  beforeEach(() => {
    clone = new FreshClone();
  });
  afterEach(() => clone.remove());

  const started = (values: Readonly<Record<string, string>>) => ({
    'inputs.service': '',
    'inputs.environment': '',
    'inputs.action': '',
    'inputs.tag': '',
    'inputs.digest': '',
    'github.head_ref': '',
    'secrets.RELEASE_TOKEN || github.token': '',
    ...values,
  });
  const failure = (values: Readonly<Record<string, string>>, { isMerge }: { readonly isMerge: boolean }) => {
    const steps = local('ci/github/release.yml').filter(({ name }) => isMerge || name !== 'What comes next');
    return failureOf(steps, new Runner(clone, started(values)));
  };
  const pushed = (branch: string, file: string) =>
    clone.must('git', '--git-dir', clone.origin, 'show', `${branch}:${file}`);
  const releases = (branch: string) => JSON.parse(pushed(branch, 'lib/environments/releases.json'));

  test('pushes a branch with a new image for dev, in releases.json and in dist/, and says what it will do', () => {
    const inputs = {
      'inputs.service': 'hello',
      'inputs.environment': 'dev',
      'inputs.action': 'set',
      'inputs.tag': '3f2a1bc-42',
    };
    expect(failure(inputs, { isMerge: false })).toBeUndefined();
    expect(releases('release/hello/dev').dev.hello.tag).toBe('3f2a1bc-42');
    expect(pushed('release/hello/dev', 'dist/dev.hello.k8s.yaml')).toContain(':3f2a1bc-42');
    const changed = clone.must('git', 'diff', '--name-only', 'origin/main', 'HEAD').trim().split('\n');
    expect(changed).toEqual(['dist/dev.hello.k8s.yaml', 'lib/environments/releases.json']);
    expect(clone.read('body.md')).toMatch(/3f2a1bc-42[\s\S]*Deployment/);
  });

  test('opens the next environment once one is merged: what runs in dev goes to test', () => {
    clone.edit('lib/environments/releases.json', '"hellok8s-v4"', '"hellok8s-v5"');
    clone.deliver('Release hello to dev');
    expect(failure({ 'github.head_ref': 'release/hello/dev' }, { isMerge: true })).toBeUndefined();
    expect(releases('release/hello/test').test.hello.tag).toBe('hellok8s-v5');
    expect(releases('release/hello/test').staging).toEqual(releases('main').staging);
  });

  test('starts a new version in prod beside the old one', () => {
    clone.edit(
      'lib/environments/releases.json',
      clone.read('lib/environments/releases.json'),
      `${JSON.stringify({
        dev: { hello: { tag: 'v9' }, multiroute: { tag: 'v1' } },
        test: { hello: { tag: 'v9' }, multiroute: { tag: 'v1' } },
        staging: { hello: { tag: 'v9' }, multiroute: { tag: 'v1' } },
        prod: { hello: { tag: 'v3' }, multiroute: { tag: 'v1' } },
      })}\n`,
    );
    clone.deliver('Release hello to staging');
    expect(failure({ 'github.head_ref': 'release/hello/staging' }, { isMerge: true })).toBeUndefined();
    const { hello } = releases('release/hello/prod').prod;
    expect(hello.tag).toBe('v3');
    expect(hello.canary.tag).toBe('v9');
  });

  test('pushes nothing when the release is refused', () => {
    const inputs = {
      'inputs.service': 'helo',
      'inputs.environment': 'dev',
      'inputs.action': 'set',
      'inputs.tag': 'v9',
    };
    expect(failure(inputs, { isMerge: false })).toMatch(/^Release: [\s\S]*hello/);
    expect(
      clone.run('git', ['--git-dir', clone.origin, 'rev-parse', '--verify', '--quiet', 'release/helo/dev']).status,
    ).not.toBe(0);
  });
});
