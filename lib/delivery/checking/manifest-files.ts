import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Unreadable } from '../../kubernetes/yaml/unreadable';

/** A file, and what it holds. */
export interface ManifestFile {
  /** Its path as it was named, or as it lies in the folder that was. */
  readonly file: string;
  readonly text: string;
}

/** Files that could be read, and what could not. */
export interface ManifestFiles {
  readonly files: readonly ManifestFile[];
  readonly unreadable: readonly Unreadable[];
}

/** What standard input is called in reports. */
const STANDARD_INPUT = '<stdin>';

const EXTENSION = /\.(ya?ml|json)$/i;

/** Folders in which nobody keeps manifests of their own. */
const LEFT_OUT = /^(\.|node_modules$)/;

/**
 * Reads files, the manifests of folders and of those in them (by their names: .yaml, .yml, .json), and standard input for
 * `-`. What cannot be read is said, and the rest read all the same.
 */
export function manifestFiles(paths: readonly string[]): ManifestFiles {
  const read = [...new Set(paths)].map(filesOf);
  const files = new Map(read.flatMap((one) => one.files.map((file) => [file.file, file])));
  return { files: [...files.values()], unreadable: read.flatMap(({ unreadable }) => unreadable) };
}

function filesOf(path: string): ManifestFiles {
  try {
    if (path === '-') return { files: [{ file: STANDARD_INPUT, text: readFileSync(0, 'utf8') }], unreadable: [] };
    const files = filesIn(path).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
    return { files, unreadable: files.length === 0 ? [emptyFolder(path)] : [] };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { files: [], unreadable: [failed(path, String(error.code))] };
  }
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) return LEFT_OUT.test(entry.name) ? [] : filesIn(inner);
    return EXTENSION.test(entry.name) ? [inner] : [];
  });
}

function emptyFolder(file: string): Unreadable {
  return { file, rule: 'must have a manifest', mend: 'name a folder that has .yaml, .yml or .json files' };
}

function failed(path: string, code: string): Unreadable {
  const file = path === '-' ? STANDARD_INPUT : path;
  if (code === 'ENOENT') return { file, rule: 'must be there', mend: 'name a file, a folder, or - for standard input' };
  return { file, rule: `must be readable (${code})`, mend: 'look at who may read it' };
}
