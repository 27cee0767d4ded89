import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FileChanged } from './file-changed';
import { writeDurably } from './write-durably';

/**
 * Replaces the text of a file, whole or not at all, whatever happens (a full disk, kill -9): it is written beside the file
 * and renamed into its place. The file keeps its mode; of a link, what it leads to is replaced.
 *
 * @param before the text that it had when it was read
 * @throws FileChanged where it has another one by now, or is no UTF-8; the system's error where the disk refuses
 */
export function replaceFile(path: string, before: string, after: string): void {
  const file = realpathSync(path);
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}.new`);
  try {
    writeDurably(beside, after, 'wx');
    chmodSync(beside, statSync(file).mode);
    // at the last moment, so that little time is left for somebody else
    if (!readFileSync(file).equals(Buffer.from(before))) throw new FileChanged(path);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}
