import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../../../lib/delivery/release/replace-file';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'releases-'));
  file = join(folder, 'releases.json');
  writeFileSync(file, 'before');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the file is the new one, and nothing else is left beside it', () => {
  replaceFile(file, { before: 'before', after: 'after ü' });
  expect(readFileSync(file, 'utf8')).toBe('after ü');
  expect(readdirSync(folder)).toEqual(['releases.json']);
});

test('what somebody else has written meanwhile is not lost', () => {
  const late = { before: 'what was read', after: 'after' };
  expect(() => replaceFile(file, late)).toThrow('releases.json: was changed while this command ran; run it again');
  expect(readFileSync(file, 'utf8')).toBe('before');
  expect(readdirSync(folder)).toEqual(['releases.json']);
});

test('a file that is not there is the system to say', () => {
  rmSync(file);
  expect(() => replaceFile(file, { before: '', after: 'after' })).toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual([]);
});
