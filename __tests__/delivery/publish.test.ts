import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownershipLine } from '../../lib/delivery/owned-file';
import { publish } from '../../lib/delivery/publish';

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'output-folder-'));
  folder = join(root, 'dist');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Files as the program would write them: each begins with its ownership line. */
const filesOf = (contents: Record<string, string>) =>
  new Map(Object.entries(contents).map(([file, text]) => [file, ownershipLine(file) + text]));
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');

test('makes the folder and writes every file into it, also in folders of their own', () => {
  const { written } = publish(folder, filesOf({ 'a.yaml': 'a: 1\n', 'other/b.yaml': 'b: 1\n' }));
  expect(written).toEqual(['a.yaml', 'other/b.yaml']);
  expect(textOf('a.yaml')).toBe(`${ownershipLine('a.yaml')}a: 1\n`);
  expect(textOf('other/b.yaml')).toContain('b: 1');
});

test('leaves nothing beside the folder', () => {
  publish(folder, filesOf({ 'a.yaml': 'a: 1\n' }));
  expect(readdirSync(root)).toEqual(['dist']);
});

test('touches no file that does not change', () => {
  publish(folder, filesOf({ 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' }));
  const before = statSync(join(folder, 'a.yaml')).ino;
  const { written, unchanged } = publish(folder, filesOf({ 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 2\n' }));
  expect({ written, unchanged }).toEqual({ written: ['b.yaml'], unchanged: ['a.yaml'] });
  expect(statSync(join(folder, 'a.yaml')).ino).toBe(before);
});

test('removes a file that it wrote and writes no more, with the folder that this empties', () => {
  publish(folder, filesOf({ 'a.yaml': 'a: 1\n', 'old/b.yaml': 'b: 1\n' }));
  const { removed } = publish(folder, filesOf({ 'a.yaml': 'a: 1\n' }));
  expect(removed).toEqual(['old/b.yaml']);
  expect(existsSync(join(folder, 'old'))).toBe(false);
});

test('never removes a foreign file: notes, hand-written manifests, a repository, a copy of one of its own', () => {
  publish(folder, filesOf({ 'a.yaml': 'a: 1\n', 'sub/b.yaml': 'b: 1\n' }));
  mkdirSync(join(folder, '.git'));
  const foreign = {
    'NOTES.md': 'mine',
    'mine.yaml': 'kind: Mine',
    '.git/config': 'x',
    'sub/keep.txt': 'x',
    'copy.yaml': textOf('a.yaml'),
  };
  for (const [file, text] of Object.entries(foreign)) writeFileSync(join(folder, file), text);
  publish(folder, filesOf({ 'c.yaml': 'c: 1\n' }));
  for (const [file, text] of Object.entries(foreign)) expect(textOf(file)).toBe(text);
  expect(existsSync(join(folder, 'a.yaml'))).toBe(false);
});

test('fails on a foreign file under a name that it is to write, and changes nothing', () => {
  publish(folder, filesOf({ 'a.yaml': 'a: 1\n' }));
  writeFileSync(join(folder, 'b.yaml'), 'kind: Mine');
  expect(() => publish(folder, filesOf({ 'a.yaml': 'a: 2\n', 'b.yaml': 'b: 2\n' }))).toThrow(
    'b.yaml: was not written by this program',
  );
  expect(textOf('a.yaml')).toContain('a: 1');
  expect(textOf('b.yaml')).toBe('kind: Mine');
});

describe('a run that was cut off', () => {
  const staging = () => join(root, '.dist.staging');

  test('while it was staging has changed nothing, and the next clears it away', () => {
    publish(folder, filesOf({ 'a.yaml': 'a: 1\n' }));
    mkdirSync(staging());
    writeFileSync(join(staging(), 'a.yaml'), 'half of');
    publish(folder, filesOf({ 'a.yaml': 'a: 1\n' }));
    expect(textOf('a.yaml')).toContain('a: 1');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  test('after it had decided is finished by the next, which may itself change nothing more', () => {
    publish(folder, filesOf({ 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n', 'c.yaml': 'c: 1\n' }));
    // as if killed after the first of two renames
    mkdirSync(staging());
    writeFileSync(join(folder, 'a.yaml'), `${ownershipLine('a.yaml')}a: 2\n`);
    writeFileSync(join(staging(), 'b.yaml'), `${ownershipLine('b.yaml')}b: 2\n`);
    writeFileSync(
      join(staging(), 'journal.json'),
      JSON.stringify({ rename: ['a.yaml', 'b.yaml'], remove: ['c.yaml'] }),
    );
    const next = publish(folder, filesOf({ 'a.yaml': 'a: 2\n', 'b.yaml': 'b: 2\n' }));
    expect(next.written).toEqual([]);
    expect(textOf('b.yaml')).toContain('b: 2');
    expect(existsSync(join(folder, 'c.yaml'))).toBe(false);
  });
});
