import { ProjectCopy } from '../support/project-copy';

jest.setTimeout(240_000);

let project: ProjectCopy;
beforeAll(() => {
  project = new ProjectCopy();
  project.edit('lib/environments/dev.ts', "level: 'baseline'", "level: 'strict'");
});
afterAll(() => project.remove());

test('npx cdk8s synth prints what the rules found, with the construct and the file, and nothing stays behind', () => {
  const { status, stdout } = project.cdk8s();
  expect(status).toBe(0);
  const report = stdout.slice(stdout.indexOf('Validation Report'));
  expect(report).toMatch(/Status +│ success/);
  expect(report).toMatch(/test +│ level baseline: \d+ warnings, \d+ info, \d+ excused/);
  expect(report).toMatch(/dev +│ level strict: [1-9]\d* warnings/);
  expect(report).toMatch(
    /Construct Path: dev\/hello\/\S+\n +- Manifest Path: \S*\/dev\.hello\.k8s\.yaml\n +- Resource Name: Ingress dev\/hello\S*\n/,
  );
  expect(report).toMatch(/Recommendation: npm run check -- --explain [\w-]+\n +How to fix: \S/);
  expect(project.bytes('build')).not.toHaveProperty('verdicts.json');
});

test('with --stdout the manifests stand alone on standard output, and the report beside them', () => {
  const { status, stdout, stderr } = project.cdk8s('--stdout');
  expect(status).toBe(0);
  expect(stdout).not.toMatch(/Performing validations|Validation Report/);
  expect(stdout.startsWith('# 00-cluster.k8s.yaml')).toBe(true);
  expect(stderr).toContain('Validation Report');
});

test('with --no-validate there is no report', () => {
  expect(project.cdk8s('--no-validate').stdout).not.toContain('Validation Report');
});
