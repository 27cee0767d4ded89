import { spawnSync } from 'node:child_process';
import { parseAllDocuments } from 'yaml';
import { identityOf } from '../lib/kubernetes/identity';
import type { Manifest } from '../lib/kubernetes/manifest';
import { ProjectCopy } from './support/project-copy';

jest.setTimeout(120_000);

const HELM = process.env.HELM;

/** Text that Helm would read as its own: an alert's, a script's. */
const BRACES = '{{ $labels.pod }} {{- trimmed -}} {{/* none */}} }} {{';

const describeHelm = HELM ? describe : describe.skip;
const promise = 'npx cdk8s synth --format helm';

/** Objects of YAML by identity. */
function objectsOf(...texts: readonly string[]): Map<string, Manifest> {
  const objects = texts.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS()));
  return new Map(objects.filter(Boolean).map((object) => [identityOf(object), object]));
}

describeHelm(HELM ? promise : `${promise} (skipped: HELM does not say where helm 4 is)`, () => {
  let project: ProjectCopy;
  const helm = (...args: string[]) =>
    spawnSync(HELM ?? '', args, { cwd: project.folder, encoding: 'utf8', maxBuffer: 2 ** 26 });

  beforeAll(() => {
    project = new ProjectCopy();
    project.edit('lib/environments/dev.ts', 'http://localhost-dev:3306', BRACES);
    project.cdk8s();
    project.cdk8s('--format', 'helm', '--chart-version', '1.2.3', '-o', 'chart');
  });
  afterAll(() => project.remove());

  test('makes a chart that helm lint finds nothing wrong with', () => {
    const { status, stdout } = helm('lint', 'chart', '--strict');
    expect(stdout).toContain('0 chart(s) failed');
    expect(status).toBe(0);
  });

  test('makes a chart that is rendered to what dist/ holds, object by object, braces included', () => {
    const { status, stdout, stderr } = helm('template', 'services', 'chart');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const plain = Object.entries(project.bytes('dist')).filter(([file]) => /^[^/]+\.yaml$/.test(file));
    const committed = objectsOf(...plain.map(([, text]) => Buffer.from(text, 'latin1').toString()));
    expect(committed.size).toBeGreaterThan(70);
    expect(JSON.stringify([...committed.values()])).toContain(BRACES);
    expect(objectsOf(stdout)).toEqual(committed);
  });
});
