import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../lib/policies/catalogue';
import { ProjectCopy, unchecked } from '../support/project-copy';
import { noSeeds } from '../tutorials/seeds';

jest.setTimeout(60_000);

const OBJECT = (name: string, rest = '') => `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
${rest}`;

const POD = (spec: string, annotations = '{}') => `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, annotations: ${annotations} }
spec:
  ${spec}
  containers:
    - name: web
      image: nginx
`;

let project: ProjectCopy;
beforeAll(() => {
  project = new ProjectCopy();
  project.write('clean.yaml', OBJECT('clean'));
  project.write('error.yaml', POD('hostNetwork: true'));
  project.write('warning.yaml', `${OBJECT('annotated', '  annotations: { policy.exception/host-ipc: "a: b" }')}\n`);
  project.write('info.yaml', 'apiVersion: a.io/v1\nkind: A\nmetadata: { name: a, namespace: b }\n');
  project.write('broken.yaml', 'a: b: c\n');
  project.write('excused.yaml', POD('hostNetwork: true', '{ policy.exception/host-network: "net team: a proxy" }'));
});
afterAll(() => project.remove());

const check = (...args: readonly string[]) => project.command('check', ...args);

/** `severity rule file:line` of all that a check finds. */
function found(...args: readonly string[]): string[] {
  const { findings } = JSON.parse(check('--format', 'json', ...args).stdout);
  return findings.map((one: Record<string, unknown>) => `${one.severity} ${one.rule} ${one.file}:${one.line}`);
}

test.each`
  args                                                | code | because
  ${['clean.yaml']}                                   | ${0} | ${'nothing is wrong'}
  ${['error.yaml']}                                   | ${1} | ${'an error fails by default'}
  ${['clean.yaml', 'error.yaml']}                     | ${1} | ${'one of several files has an error'}
  ${['warning.yaml']}                                 | ${0} | ${'a warning does not fail by default'}
  ${['warning.yaml', '--fail-on', 'warning']}         | ${1} | ${'a warning fails where that is asked for'}
  ${['error.yaml', '--fail-on', 'warning']}           | ${1} | ${'what is worse fails too'}
  ${['info.yaml', '--fail-on', 'warning']}            | ${0} | ${'info is less than a warning'}
  ${['info.yaml', '--fail-on', 'info']}               | ${1} | ${'info fails where that is asked for'}
  ${['excused.yaml']}                                 | ${0} | ${'it is excused'}
  ${['broken.yaml']}                                  | ${2} | ${'it cannot be read'}
  ${['broken.yaml', 'error.yaml']}                    | ${2} | ${'one of them cannot be read'}
  ${['nope.yaml']}                                    | ${2} | ${'it is not there'}
  ${[]}                                               | ${2} | ${'nothing is named'}
  ${['clean.yaml', '--format', 'xml']}                | ${2} | ${'there is no such format'}
  ${['clean.yaml', '--level', 'high']}                | ${2} | ${'there is no such level'}
  ${['clean.yaml', '--fail-on', 'never']}             | ${2} | ${'there is no such severity'}
  ${['clean.yaml', '--kubernetes', '1.29']}           | ${2} | ${'no schema is kept of it'}
  ${['clean.yaml', '--colour']}                       | ${2} | ${'there is no such option'}
  ${['clean.yaml', '--output', 'nowhere/report.txt']} | ${2} | ${'it cannot be written there'}
  ${['--explain', 'host-network']}                    | ${0} | ${'it explains'}
  ${['--explain', 'host-netwrk']}                     | ${2} | ${'there is no such rule'}
  ${['--rules']}                                      | ${0} | ${'it lists'}
  ${['--help']}                                       | ${0} | ${'it helps'}
`('ends with $code for $args: $because', ({ args, code }) => {
  const { status, stderr } = check(...args);
  expect(status).toBe(code);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test.each`
  args                            | sentence
  ${[]}                           | ${'must have something to check; name files, folders, or - for standard input'}
  ${['--explain', 'host-netwrk']} | ${'--explain: invalid value "host-netwrk": must be the name of a rule; write host-network'}
  ${['--explain', 'xyzzy']}       | ${'--explain: invalid value "xyzzy": must be the name of a rule; npm run check -- --rules lists them'}
  ${['a', '--format', 'xml']}     | ${"argument 'xml' is invalid. Allowed choices are text, json, sarif, junit, github."}
`('says of $args: $sentence', ({ args, sentence }) => {
  expect(check(...args).stderr).toContain(sentence);
});

test('runs by its npm script, compiled first', () => {
  const { scripts } = JSON.parse(project.read('package.json'));
  expect(scripts.check).toBe('node lib/cli/launch.js check');
  expect(project.launch('check', 'clean.yaml')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('nothing found'),
  });
});

test('prints for people, without colours in a pipe', () => {
  expect(check('error.yaml', 'excused.yaml', 'broken.yaml').stdout).toBe(
    `Pod shop/web  error.yaml:5
  error    5:3  spec.hostNetwork: invalid value true: must not be true
                take hostNetwork out, and expose it by a Service [host-network]

Worth knowing  each by itself: --fail-on info
  unique-identity  1 time: give one of them another name
    excused.yaml:3

Excused
  Pod shop/web: host-network, by net team: a proxy  excused.yaml:5:3

Not readable
  broken.yaml:1:4
    must be YAML: nested mappings are not allowed in compact mappings
    put it on a line of its own, or quote the value

2 objects in 3 files, for Kubernetes 1.36 at level baseline: 1 error, 1 info; 1 excused; 1 not readable
why a rule is there: npm run check -- --explain host-network
`,
  );
});

test.each`
  env                                    | coloured
  ${{}}                                  | ${false}
  ${{ CI: 'true' }}                      | ${false}
  ${{ FORCE_COLOR: '1' }}                | ${true}
  ${{ FORCE_COLOR: '1', NO_COLOR: '1' }} | ${false}
`('in a pipe with $env it has colours: $coloured', ({ env, coloured }) => {
  const { NO_COLOR, FORCE_COLOR, CI, ...rest } = process.env;
  const { stdout } = spawnSync(process.execPath, unchecked('check', 'error.yaml'), {
    cwd: project.folder,
    encoding: 'utf8',
    env: { ...rest, TERM: 'xterm', ...env },
  });
  expect(stdout.includes('\u001b[')).toBe(coloured);
});

test('loads nothing of cdk8s, which takes longer to start than the check itself', () => {
  const script = `require('./lib/cli/transpile.js');
    require('./lib/cli/check.ts');
    process.stdout.write(Object.keys(require.cache).filter((file) => file.includes('node_modules/cdk8s')).join());`;
  const { stdout } = spawnSync(process.execPath, ['-e', script, 'clean.yaml'], {
    cwd: project.folder,
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/: nothing found\n$/);
});

test('reads standard input among files', () => {
  const { status, stdout } = spawnSync(process.execPath, unchecked('check', '--format', 'json', '-', 'clean.yaml'), {
    cwd: project.folder,
    encoding: 'utf8',
    input: POD('hostNetwork: true'),
  });
  const [finding] = JSON.parse(stdout).findings;
  expect([status, finding.file, finding.line]).toEqual([1, '<stdin>', 5]);
});

test('checks what it is given together', () => {
  expect(found('clean.yaml', 'info.yaml', 'error.yaml', 'excused.yaml')).toEqual([
    'info custom-resource-served info.yaml:1',
    'error host-network error.yaml:5',
    'info unique-identity excused.yaml:3',
  ]);
});

test('takes custom resources whose definition is among what it is given', () => {
  project.write(
    'crd.yaml',
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: as.a.io }\nspec: { group: a.io, names: { kind: A, plural: as }, scope: Namespaced, versions: [{ name: v1, served: true, storage: true }] }\n',
  );
  expect(found('info.yaml', 'crd.yaml')).toEqual([]);
});

test('--level brings more rules', () => {
  const [baseline, production, strict] = ['baseline', 'production', 'strict'].map((level) =>
    found('error.yaml', '--level', level),
  );
  expect(baseline).toEqual(['error host-network error.yaml:5']);
  expect(production).toEqual(expect.arrayContaining([...(baseline ?? []), 'warning latest-tag error.yaml:8']));
  expect(strict?.length).toBeGreaterThan(production?.length ?? 0);
  expect(strict).toEqual(expect.arrayContaining(production ?? []));
});

test('--kubernetes names the release that objects are for', () => {
  project.write('newer.yaml', POD('hostnameOverride: web'));
  expect(found('newer.yaml')).toEqual([]);
  expect(found('newer.yaml', '--kubernetes', '1.30')).toEqual(['error strict-schema newer.yaml:5']);
});

test('--output writes the report to a file, without colours, and says in a line what came of it', () => {
  const { status, stdout, stderr } = check('error.yaml', '--format', 'sarif', '--output', 'report.sarif');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toBe('report.sarif: 1 object in 1 file, for Kubernetes 1.36 at level baseline: 1 error\n');
  expect(JSON.parse(project.read('report.sarif')).runs[0].results).toHaveLength(1);
});

test('--fix mends files in place, says what it did on standard error, and reports what is left', () => {
  const number = '# how many\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: slip } # here\ndata: { a: 1 }\n';
  project.write('slip.yaml', number);
  const dry = check('--fix', '--dry-run', 'slip.yaml');
  expect(dry.stdout).toBe(`--- a/slip.yaml
+++ b/slip.yaml
@@ -2,4 +2,4 @@
 apiVersion: v1
 kind: ConfigMap
 metadata: { name: slip } # here
-data: { a: 1 }
+data: { a: "1" }
`);
  expect(dry.stderr).toContain('would mend 1 finding in 1 file');
  expect(project.read('slip.yaml')).toBe(number);
  const { status, stdout, stderr } = check('--fix', 'slip.yaml', 'error.yaml');
  expect(project.read('slip.yaml')).toBe(number.replace('a: 1', 'a: "1"'));
  expect(stderr).toContain('mended 1 finding in 1 file\n  + slip.yaml:5  ConfigMap slip: data[a]');
  expect([status, stdout]).toEqual([1, expect.stringContaining('1 error')]);
  expect(check('--fix', 'slip.yaml')).toMatchObject({ status: 0, stderr: expect.stringContaining('mended nothing') });
});

test('--fix prints the mended text of standard input, and the report beside it', () => {
  const { stdout, stderr } = spawnSync(process.execPath, unchecked('check', '--fix', '-'), {
    cwd: project.folder,
    encoding: 'utf8',
    input: `${OBJECT('a')}data: { b: yes }\n`,
  });
  expect(stdout).toBe(`${OBJECT('a')}data: { b: "yes" }\n`);
  expect(stderr).toContain('nothing found');
});

test('--explain says why, how to mend, where it is written, and shows both ways', () => {
  expect(check('--explain', 'host-network').stdout).toBe(`host-network  error, from level baseline on

why        it reaches what listens on the node alone, hears its traffic, and no NetworkPolicy holds for it
mend       take hostNetwork out, and expose it by a Service
source     https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
checked    here, and by an API server that has the admission policies

wrong
  hostNetwork: true

right
  hostNetwork: false
`);
});

test('--explain tells of parameters, and of exceptions themselves', () => {
  expect(check('--explain', 'allowed-registries').stdout).toMatch(/^parameter +allowedRegistries: .* Standard: \[\]$/m);
  expect(check('--explain', 'policy-exception').stdout).toContain('policy.exception/host-network: "network team:');
});

test('--rules lists every rule by level, in columns', () => {
  const lines = check('--rules').stdout.split('\n');
  expect(lines.filter((line) => /^\w+$/.test(line))).toEqual(['baseline', 'production', 'strict']);
  const rules = lines.filter((line) => line.startsWith('  '));
  const ids = rules.map((line) => line.trim().split(' ')[0]);
  expect(ids.sort()).toEqual([...CATALOGUE.map(({ id }) => id), 'policy-exception'].sort());
  expect(new Set(rules.map((line) => line.search(/ (error|warning|info) /))).size).toBe(1);
});

(noSeeds ? test.skip : test)(
  `reads all 144 manifests of the tutorials, and every finding has its place${noSeeds ? ` (skipped: ${noSeeds})` : ''}`,
  () => {
    const folder = join(__dirname, '../../../shared/seeds/manifests');
    const { stdout, status } = check('--format', 'json', folder);
    const { findings, unreadable } = JSON.parse(stdout);
    expect([status, unreadable]).toEqual([1, []]);
    for (const { file, line, column } of findings) {
      expect(
        readFileSync(file, 'utf8')
          .split('\n')
          [line - 1]?.slice(column - 1),
      ).toMatch(/^\S/);
    }
  },
);
