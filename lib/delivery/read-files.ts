import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join, posix } from 'node:path';
import { type ConfigData, configDataKeyProblem, MAX_CONFIG_DATA_BYTES } from '../kubernetes/config-data';
import { invalidValue } from '../kubernetes/invalid-value';

/**
 * A file, or the files of a folder, as config: names and contents, by name. What is UTF-8 is text, anything else bytes, as
 * for `kubectl create configmap --from-file`; what that would leave out without a word (folders, links) is refused.
 *
 * @param root the project
 * @param path in the project, with `/`: `config/orders`
 * @throws Error naming the file, and how to mend it
 */
export function readFiles(root: string, path: string): ConfigData {
  requireInside(path);
  const whole = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (!whole) throw refusal(path, 'must be there', 'name a file or a folder of the project, from its root');
  if (!whole.isDirectory()) return { [posix.basename(path)]: contentOf(root, path, whole) };
  const names = readdirSync(join(root, path)).sort();
  if (names.length === 0) throw refusal(path, 'must have a file', 'put one there, or leave the config out');
  return Object.fromEntries(names.map((name) => [name, contentIn(root, posix.join(path, name))]));
}

function contentIn(root: string, file: string): string | Uint8Array {
  return contentOf(root, file, lstatSync(join(root, file)));
}

function contentOf(root: string, file: string, found: Stats): string | Uint8Array {
  requireFile(file, found);
  const rule = configDataKeyProblem(posix.basename(file));
  if (rule) throw refusal(file, `name ${rule}`, 'rename the file: its name becomes the key');
  if (found.size > MAX_CONFIG_DATA_BYTES) {
    const mend = 'put large files into the image, or into a volume';
    throw refusal(file, `must have at most ${MAX_CONFIG_DATA_BYTES} bytes, has ${found.size}`, mend);
  }
  const bytes = readFileSync(join(root, file));
  return textOf(bytes) ?? bytes;
}

function requireFile(file: string, found: Stats): void {
  if (found.isFile()) return;
  const what = found.isDirectory() ? 'a folder' : found.isSymbolicLink() ? 'a link' : 'something else';
  throw refusal(file, `must be a file, is ${what}`, 'keys have no folders: give each folder a config of its own');
}

/** Another checkout of the same commit has the same files: what lies outside is none of them. */
function requireInside(path: string): void {
  const inside = path !== '' && !posix.isAbsolute(path) && posix.normalize(path).split('/')[0] !== '..';
  if (!inside || path.includes('\\'))
    throw refusal(path, 'must be a path in the project', 'write it from the root, with "/"');
}

/** Bytes as text, also a mark of byte order; nothing where they are no UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refusal(field: string, rule: string, mend: string): Error {
  return new Error(invalidValue({ field: field || '""', got: undefined, rule, mend }));
}
