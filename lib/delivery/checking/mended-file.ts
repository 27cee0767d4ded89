import { replaceFile } from '../replace-file';
import type { FixedFiles } from './fix-files';
import type { ManifestFile, ManifestFiles } from './manifest-files';
import { STANDARD_INPUT } from './standard-input';

/** A file that was mended, and the text that it had. */
export interface MendedFile extends ManifestFile {
  readonly before: string;
}

/** Files whose text is another one after mending. */
export function mendedFiles(read: ManifestFiles, fixed: FixedFiles): readonly MendedFile[] {
  const before = new Map(read.files.map(({ file, text }) => [file, text]));
  return fixed.read.files
    .map((one) => ({ ...one, before: before.get(one.file) ?? '' }))
    .filter(({ text, before: old }) => text !== old);
}

/** Writes mended files to the disk, each whole or not at all; standard input is for the caller to hand on. */
export function writeMended(files: readonly MendedFile[]): void {
  for (const { file, before, text } of files) if (file !== STANDARD_INPUT) replaceFile(file, before, text);
}
