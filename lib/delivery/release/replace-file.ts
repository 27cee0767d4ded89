import { readFileSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { writeDurably } from '../write-durably';
import { ReleaseRefused } from './release-refused';

/**
 * Writes a file as a whole: whatever happens (a full disk, kill -9), it is as it was or as it is to be.
 *
 * @param text what is to be there, and what was read before
 * @throws ReleaseRefused where somebody else has changed it since; the system's error where the disk refuses
 */
export function replaceFile(path: string, text: { readonly before: string; readonly after: string }): void {
  const temporary = `${path}.${process.pid}.new`;
  try {
    writeDurably(temporary, text.after);
    if (readFileSync(path, 'utf8') !== text.before) {
      const rule = 'was changed while this command ran';
      throw new ReleaseRefused({ field: basename(path), got: undefined, rule, mend: 'run it again' });
    }
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
