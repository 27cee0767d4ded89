import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { CommandFailed } from '../command-failed';
import { type DeployedState, deployedState } from './deployed-state';

const MANIFEST = /\.(ya?ml|json)$/;

/**
 * What lies in a folder, such as the output of another checkout, and in those in it.
 *
 * @throws CommandFailed where it holds no manifest, or cannot be read
 */
export function folderState(folder: string, option = '--against'): DeployedState {
  const files = new Map(filesIn(folder, '').map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  if (files.size > 0) return deployedState(folder, files);
  const rule = 'must have a .yaml, .yml or .json file';
  throw new CommandFailed({ field: option, got: folder, rule, mend: 'name the folder that was applied' });
}

function filesIn(folder: string, path: string): string[] {
  const entries = readdirSync(join(folder, path), { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = posix.join(path, entry.name);
      if (entry.isDirectory()) return filesIn(folder, inner);
      return MANIFEST.test(entry.name) ? [inner] : [];
    });
}
