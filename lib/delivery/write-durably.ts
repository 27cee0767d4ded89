import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/**
 * Writes a file and waits until the disk has it, so that it may be renamed into the place of another.
 *
 * @param flag `wx` refuses a file that is there already
 * @throws the system's error where the disk refuses
 */
export function writeDurably(path: string, text: string, flag: 'w' | 'wx' = 'w'): void {
  const file = openSync(path, flag);
  try {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
