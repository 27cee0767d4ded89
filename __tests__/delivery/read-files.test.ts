import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFiles } from '../../lib/delivery/read-files';
import { ProjectCopy } from '../support/project-copy';

jest.setTimeout(120_000);

/** A project with these files under config/; removed after each test. */
function projectWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  mkdirSync(join(root, 'config'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, 'config', name), content);
  return root;
}

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('the files of a folder are keys and contents, by name', () => {
  const project = projectWith({ 'b.conf': 'b\n', '.env': 'A=1', 'a.conf': '' });
  expect(Object.entries(readFiles(project, 'config'))).toEqual([
    ['.env', 'A=1'],
    ['a.conf', ''],
    ['b.conf', 'b\n'],
  ]);
});

test('a file is one key', () => {
  expect(readFiles(projectWith({ 'a.conf': 'x', 'b.conf': 'y' }), 'config/b.conf')).toEqual({ 'b.conf': 'y' });
});

test.each`
  bytes                     | content                   | because
  ${'Größe\r\n'}            | ${'Größe\r\n'}            | ${'it is UTF-8'}
  ${'\uFEFFx'}              | ${'\uFEFFx'}              | ${'a mark of byte order is kept'}
  ${'a\0b'}                 | ${'a\0b'}                 | ${'NUL is UTF-8: kubectl takes it for text, too'}
  ${Buffer.from([0xff, 1])} | ${Buffer.from([0xff, 1])} | ${'it is no UTF-8'}
`('a content comes back as it is: $because', ({ bytes, content }) => {
  expect(readFiles(projectWith({ it: bytes }), 'config')).toEqual({ it: content });
});

test.each`
  because                  | files                           | path              | says
  ${'nothing is there'}    | ${{}}                           | ${'configs'}      | ${'configs: must be there; name a file or a folder of the project, from its root'}
  ${'the folder is empty'} | ${{}}                           | ${'config'}       | ${'config: must have a file; put one there'}
  ${'a name is no key'}    | ${{ 'a b': '' }}                | ${'config'}       | ${'config/a b: name must be at most 253 letters'}
  ${'a file is too large'} | ${{ big: 'x'.repeat(256_001) }} | ${'config'}       | ${'config/big: must have at most 256000 bytes, has 256001; put large files into the image'}
  ${'it lies outside'}     | ${{}}                           | ${'../secrets'}   | ${'../secrets: must be a path in the project; write it from the root'}
  ${'it lies outside'}     | ${{}}                           | ${'config/../..'} | ${'config/../..: must be a path in the project'}
  ${'it is absolute'}      | ${{}}                           | ${'/etc'}         | ${'/etc: must be a path in the project'}
  ${'it is empty'}         | ${{}}                           | ${''}             | ${'"": must be a path in the project'}
`('fails when $because', ({ files, path, says }) => {
  const project = projectWith(files);
  expect(() => readFiles(project, path)).toThrow(says);
});

test('fails for a folder in the folder, and for a link', () => {
  const project = projectWith({ a: '' });
  mkdirSync(join(project, 'config/more'));
  expect(() => readFiles(project, 'config')).toThrow('config/more: must be a file, is a folder; keys have no folders');
  symlinkSync('a', join(project, 'config/Link'));
  expect(() => readFiles(project, 'config')).toThrow('config/Link: must be a file, is a link');
  expect(() => readFiles(project, 'config/Link')).toThrow('config/Link: must be a file, is a link');
});

describe('in a chart', () => {
  let project: ProjectCopy;
  beforeAll(() => {
    project = new ProjectCopy();
    project.edit('lib/charts/hello.ts', `data: env.configOf('hello')`, `data: env.files('lib/charts/hello.ts')`);
    project.edit('lib/charts/hello.ts', 'config.asEnvironment()', `config.asFiles('/etc/hello')`);
  });
  afterAll(() => project.remove());

  test('env.files reads from the root of the project, wherever the program runs', () => {
    expect(project.cdk8s()).toMatchObject({ status: 0 });
    expect(project.read('dist/dev.hello.k8s.yaml')).toContain(`env.files('lib/charts/hello.ts')`);
  });

  test('fails with the line of the chart', () => {
    project.edit('lib/charts/hello.ts', 'lib/charts/hello.ts', 'config');
    expect(project.cdk8s().stderr).toMatch(/hello\] config: must be there; .* \(lib\/charts\/hello\.ts:\d+:\d+\)/);
  });
});
