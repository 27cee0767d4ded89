import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { textDiff } from '../../lib/delivery/release/text-diff';
import { ProjectCopy } from '../support/project-copy';

jest.setTimeout(120_000);

const FILE = 'lib/environments/releases.json';
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

let project: ProjectCopy;
let original: string;
beforeAll(() => {
  project = new ProjectCopy();
  original = project.read(FILE);
});
beforeEach(() => project.write(FILE, original));
afterAll(() => project.remove());

const release = (...args: string[]) => project.command('release', ...args);

/** Lines that the file lost and got. */
function changed(): { readonly lost: string[]; readonly got: string[] } {
  const lines = textDiff(original, project.read(FILE));
  const of = (wanted: string) =>
    lines.filter(({ sign }) => sign === wanted).map(({ text }) => text.trim().replace(TIME, 'NOW'));
  return { lost: of('-'), got: of('+') };
}

const TIME = /"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/;

test('a step is one line of the file and nothing else, and says what each request gets before and after', () => {
  const dist = project.bytes('dist');
  const { status, stdout, stderr } = release('hello', '--env', 'prod', 'step', '--go');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const canary = '"canary": { "repository": "ceyewan/yingxi-docker", "tag": "hellok8s-v4", "weight"';
  expect(changed()).toEqual({ lost: [`${canary}: 10 }`], got: [`${canary}: 50, "since": NOW }`] });
  expect(stdout).toMatch(/Requests, by ingress-nginx +before +after\n/);
  expect(stdout).toMatch(/hello\.example\.com\/ +v3 90 %, hellok8s-v4 10 % +v3 50 %, hellok8s-v4 50 %\n/);
  expect(stdout).toMatch(/with x-canary: always +hellok8s-v4 +hellok8s-v4\n/);
  expect(stdout).toContain('look at  CPU of the canary\n');
  expect(stdout).toContain(`Next: npm run synth, and commit ${FILE} with dist/.`);
  expect(stdout).not.toContain('\u001b[');
  expect(project.bytes('dist')).toEqual(dist);
});

test('what it writes is what a synthesis takes, and the share is that of the Ingress', () => {
  expect(release('hello', '--env', 'prod', 'step', '--go').status).toBe(0);
  expect(project.main().status).toBe(0);
  expect(project.read('dist/prod.hello.k8s.yaml')).toContain('canary-weight: "50"');
});

test('an image of CI is one line, and nothing when it is set again', () => {
  const set = ['hello', '--env', 'dev', 'set', '--tag', '3f2a1bc-42', '--digest', DIGEST];
  expect(release(...set).status).toBe(0);
  const once = project.read(FILE);
  expect(changed()).toEqual({
    lost: ['"hello": { "repository": "ceyewan/yingxi-docker", "tag": "hellok8s-v4" },'],
    got: [
      `"hello": { "repository": "ceyewan/yingxi-docker", "tag": "3f2a1bc-42", "digest": "${DIGEST}", "since": NOW },`,
    ],
  });
  const again = release(...set);
  expect([again.status, again.stdout]).toEqual([0, `${FILE}: dev runs that version of hello already\n`]);
  expect(project.read(FILE)).toBe(once);
});

test('a version travels from one environment to the next by --from', () => {
  expect(release('multiroute', '--env', 'dev', 'set', '--tag', '3f2a1bc-42', '--digest', DIGEST).status).toBe(0);
  expect(release('multiroute', '--env', 'test', 'set', '--from', 'dev').status).toBe(0);
  const { dev, test: next } = JSON.parse(project.read(FILE));
  expect(next.multiroute).toMatchObject({ tag: '3f2a1bc-42', digest: DIGEST });
  expect(next.multiroute.tag).toBe(dev.multiroute.tag);
});

test('a rollback brings back image and config: the ConfigMap that the version ran with, though the values have changed', () => {
  const configMap = () => /name: (hello-config-[0-9a-f]{10})/.exec(project.read('dist/prod.hello.k8s.yaml'))?.[1];
  expect(release('hello', '--env', 'prod', 'abort').status).toBe(0);
  expect(project.main().status).toBe(0);
  const before = configMap();
  expect(release('hello', '--env', 'prod', 'set', '--tag', 'v5').status).toBe(0);
  project.edit('lib/environments/prod.ts', 'http://localhost-prod:3306', 'http://moved:3306');
  expect(project.main().status).toBe(0);
  expect(configMap()).not.toBe(before);
  const { status, stdout } = release('hello', '--env', 'prod', 'rollback', '--to', 'v3');
  expect(status).toBe(0);
  expect(stdout).toContain('It runs with the config that it ran with (URL), in place of that of prod now.');
  expect(project.main().status).toBe(0);
  const manifests = project.read('dist/prod.hello.k8s.yaml');
  expect(configMap()).toBe(before);
  expect(manifests).toContain('/hellok8s:v3\n');
  expect(manifests.match(/URL: /g)).toHaveLength(1);

  // a canary beside it has the config of the environment
  expect(release('hello', '--env', 'prod', 'start', '--tag', 'v6').status).toBe(0);
  expect(project.main().status).toBe(0);
  expect(
    project
      .read('dist/prod.hello.k8s.yaml')
      .match(/URL: .*/g)
      ?.sort(),
  ).toEqual(['URL: http://localhost-prod:3306', 'URL: http://moved:3306']);
  project.edit('lib/environments/prod.ts', 'http://moved:3306', 'http://localhost-prod:3306');
});

test('an abort names what is no longer written, what brings requests in first', () => {
  expect(release('hello', '--env', 'prod', 'abort').stdout).toContain(
    'kubectl -n prod delete ingress/hello-canary horizontalpodautoscaler/hello-canary deployment/hello-canary service/hello-canary ',
  );
});

test('--dry-run shows the same and writes nothing', () => {
  const { status, stdout } = release('hello', '--env', 'prod', 'abort', '--dry-run');
  expect([status, stdout]).toEqual([0, expect.stringContaining('Nothing was written: --dry-run.\n')]);
  expect(project.read(FILE)).toBe(original);
});

test.each`
  args                                                       | sentence
  ${['hello', 'step']}                                       | ${'--env: is required; say where, such as --env prod'}
  ${['hello', '--env', 'prd', 'step']}                       | ${'--env: invalid value "prd": must be an environment; did you mean "prod"?'}
  ${['helo', '--env', 'prod', 'step']}                       | ${'service: invalid value "helo": must be a service that a chart in main.ts runs; did you mean "hello"?'}
  ${['hello', '--env', 'prod', 'step']}                      | ${'prod.hello: a step from 10 % waits 15 min, and releases.json does not say since when; say --go'}
  ${['hello', '--env', 'prod', 'start', '--tag', 'v9']}      | ${'prod.hello.canary: invalid value "hellok8s-v4": is being released already'}
  ${['hello', '--env', 'dev', 'set', '--tag', 'latest']}     | ${'--tag: invalid value "latest": must be a version that stays what it is'}
  ${['hello', '--env', 'dev', 'set', '--from', 'tset']}      | ${'--from: invalid value "tset": must be an environment; did you mean "test"?'}
  ${['multiroute', '--env', 'prod', 'start', '--tag', 'v2']} | ${'prod.multiroute.canary: invalid value "v2": is run by no Pod of its chart; take a HelloService'}
`('$args is refused in a sentence, with 1, and nothing is changed: $sentence', ({ args, sentence }) => {
  const { status, stdout, stderr } = release(...args);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr.startsWith(sentence)).toBe(true);
  expect(stderr).toMatch(/\n\nNothing was changed\.\n$/);
  expect(project.read(FILE)).toBe(original);
});

test('a file that is no releases.json is told as a synthesis tells it', () => {
  project.write(FILE, original.replace('"weight": 10', '"weight": 250'));
  expect(release('hello', '--env', 'prod', 'abort').stderr).toContain(
    `${FILE}:20:90: prod.hello.canary.weight: invalid value 250`,
  );
});

test('status without an environment is of all of them, in the order in which a version travels', () => {
  const { status, stdout } = release('status');
  expect(status).toBe(0);
  expect(stdout.match(/^\w+$/gm)).toEqual(['dev', 'test', 'staging', 'prod']);
  expect(stdout).toContain('    canary   hellok8s-v4, 10 %, step 2 of 4\n');
  expect(release().stdout).toBe(stdout);
  expect(release('hello', 'status', '--env', 'prod').stdout.match(/^ {2}\w+$/gm)).toEqual(['  hello']);
});

test('a file that is not there is said in a sentence', () => {
  rmSync(join(project.folder, FILE));
  const { status, stderr } = release('hello', '--env', 'prod', 'abort');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^ENOENT: no such file or directory, open .*\n\nNothing was changed\.\n$/);
});
