import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../../lib/delivery/replace-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replace-'));
  writeFileSync(join(folder, 'a.yaml'), 'a: 1\n');
  chmodSync(join(folder, 'a.yaml'), 0o640);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('replaces the text, keeps the mode, and leaves nothing beside it', () => {
  replaceFile(join(folder, 'a.yaml'), 'a: 1\n', 'a: 2\n');
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('a: 2\n');
  expect(statSync(join(folder, 'a.yaml')).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder)).toEqual(['a.yaml']);
});

test('of a link, replaces what it leads to', () => {
  symlinkSync('a.yaml', join(folder, 'link.yaml'));
  replaceFile(join(folder, 'link.yaml'), 'a: 1\n', 'a: 2\n');
  expect(lstatSync(join(folder, 'link.yaml')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('a: 2\n');
});

test.each`
  bytes                                    | because
  ${Buffer.from('a: 3\n')}                 | ${'somebody else wrote it meanwhile'}
  ${Buffer.from([0x61, 0x3a, 0x20, 0xff])} | ${'it is no UTF-8, and would come out as something else'}
`('leaves a file alone that is not as it was read: $because', ({ bytes }) => {
  writeFileSync(join(folder, 'a.yaml'), bytes);
  expect(() => replaceFile(join(folder, 'a.yaml'), 'a: 1\n', 'a: 2\n')).toThrow('must be as it was read');
  expect(readFileSync(join(folder, 'a.yaml'))).toEqual(bytes);
});
