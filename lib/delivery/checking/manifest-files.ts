import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Unreadable } from '../../kubernetes/yaml/unreadable';
import { STANDARD_INPUT } from './standard-input';

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
  if (path === '-') return readOne(path);
  try {
    const names = filesIn(path);
    if (names.length === 0) return { files: [], unreadable: [emptyFolder(path)] };
    const read = names.map(readOne);
    return { files: read.flatMap(({ files }) => files), unreadable: read.flatMap(({ unreadable }) => unreadable) };
  } catch (error) {
    return failed(path, error);
  }
}

function readOne(path: string): ManifestFiles {
  try {
    const text = readFileSync(path === '-' ? 0 : path, 'utf8');
    return { files: [{ file: path === '-' ? STANDARD_INPUT : path, text }], unreadable: [] };
  } catch (error) {
    return failed(path, error);
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

function failed(path: string, error: unknown): ManifestFiles {
  if (typeof error !== 'object' || error === null || !('syscall' in error && 'code' in error)) throw error;
  const file = path === '-' ? STANDARD_INPUT : path;
  const rule = error.code === 'ENOENT' ? 'must be there' : `must be readable (${error.code})`;
  const mend = error.code === 'ENOENT' ? 'name a file, a folder, or - for standard input' : 'look at who may read it';
  return { files: [], unreadable: [{ file, rule, mend }] };
}
