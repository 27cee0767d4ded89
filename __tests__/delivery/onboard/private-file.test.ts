import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OnboardingFailed } from '../../../lib/delivery/onboard/onboarding-failed';
import { PrivateFile } from '../../../lib/delivery/onboard/private-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'private-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('is read by its owner alone, and is there whole or not at all', () => {
  const path = join(folder, 'deep', 'ann');
  const file = new PrivateFile(path, 'kept');
  file.write('key');
  expect(modeOf(file.draft)).toBe('600');
  expect(readdirSync(join(folder, 'deep'))).not.toContain('ann');
  file.publish();
  expect([readFileSync(path, 'utf8'), modeOf(path)]).toEqual(['key', '600']);
  expect(readdirSync(join(folder, 'deep'))).toEqual(['ann']);
});

test('leaves nothing when it is discarded', () => {
  const file = new PrivateFile(join(folder, 'ann'), 'kept');
  file.write('key');
  file.discard();
  expect(readdirSync(folder)).toEqual([]);
});

test('refuses a place that is taken, before anything is done', () => {
  const path = join(folder, 'ann');
  writeFileSync(path, 'older');
  expect(() => new PrivateFile(path, 'kept')).toThrow(
    `--out: invalid value "${path}": must not be there already; name another by --out, or give --overwrite: the key in it is lost then`,
  );
  expect(readFileSync(path, 'utf8')).toBe('older');
});

test('keeps what came to its place in the meantime', () => {
  const path = join(folder, 'ann');
  const file = new PrivateFile(path, 'kept');
  file.write('key');
  writeFileSync(path, 'faster');
  expect(() => file.publish()).toThrow(OnboardingFailed);
  file.discard();
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['faster', ['ann']]);
});

test('replaces one that is there where that is asked for, its mode too', () => {
  const path = join(folder, 'ann');
  writeFileSync(path, 'older', { mode: 0o644 });
  const file = new PrivateFile(path, 'overwritten');
  file.write('key');
  expect(readFileSync(path, 'utf8')).toBe('older');
  file.publish();
  expect([readFileSync(path, 'utf8'), modeOf(path), readdirSync(folder)]).toEqual(['key', '600', ['ann']]);
});

test('says so when there can be no folder', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => new PrivateFile(join(folder, 'file', 'ann'), 'kept')).toThrow(
    /^--out: .*: cannot be written \(\w+\); name a file/,
  );
});
