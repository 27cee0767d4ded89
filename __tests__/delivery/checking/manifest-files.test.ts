import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { manifestFiles } from '../../../lib/delivery/checking/manifest-files';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'manifests-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), file);
  }
}

/** Files that are read for some paths, and what is said of others; both without the folder of the test. */
function read(...paths: readonly string[]) {
  const { files, unreadable } = manifestFiles(paths.map((path) => join(root, path)));
  const short = (path: string) => path.replace(`${root}/`, '').replace(root, '.');
  for (const { file, text } of files) expect(text).toBe(short(file));
  return {
    files: files.map(({ file }) => short(file)),
    unreadable: unreadable.map(({ file, rule }) => `${short(file)} ${rule}`),
  };
}

test('a file is read whatever its name', () => {
  write('a.yaml', 'manifest.txt');
  expect(read('manifest.txt', 'a.yaml')).toEqual({ files: ['manifest.txt', 'a.yaml'], unreadable: [] });
});

test('of a folder the manifests are read by their names, in its folders too, but not in hidden ones', () => {
  write('b.yml', 'a.yaml', 'c.json', 'D.YAML', 'README.md', 'sub/deep/e.yaml', '.git/f.yaml', 'node_modules/g/h.json');
  expect(read('')).toEqual({ files: ['D.YAML', 'a.yaml', 'b.yml', 'c.json', 'sub/deep/e.yaml'], unreadable: [] });
});

test('a file that is named twice is read once', () => {
  write('a.yaml', 'b.yaml');
  expect(read('b.yaml', '', 'b.yaml').files).toEqual(['b.yaml', 'a.yaml']);
});

test('what cannot be read is said, and the rest is read', () => {
  write('a.yaml', 'sub/b.yaml', 'empty/README.md');
  symlinkSync('nowhere', join(root, 'sub/a.yaml'));
  expect(read('nope', 'empty', 'sub', 'a.yaml')).toEqual({
    files: ['sub/b.yaml', 'a.yaml'],
    unreadable: ['nope must be there', 'empty must have a manifest', 'sub/a.yaml must be there'],
  });
});
