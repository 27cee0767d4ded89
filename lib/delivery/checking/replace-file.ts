import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeDurably } from '../write-durably';

/**
 * Replaces the text of a file, whole or not at all: it is written beside the file and renamed into its place. The file
 * keeps its mode; of a link, what it leads to is replaced.
 *
 * @param before the text that it had when it was read
 * @throws Error where it has another one by now, or is no UTF-8; the system's error where the disk refuses
 */
export function replaceFile(path: string, before: string, after: string): void {
  const file = realpathSync(path);
  if (!readFileSync(file).equals(Buffer.from(before)))
    throw new Error(`${path}: must be as it was read, and UTF-8: it was left alone; run the check again`);
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}.new`);
  try {
    writeDurably(beside, after, 'wx');
    chmodSync(beside, statSync(file).mode);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
