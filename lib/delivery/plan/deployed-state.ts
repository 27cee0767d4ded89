import { posix } from 'node:path';
import type { Manifest } from '../../kubernetes/manifest';
import { readYaml } from '../../kubernetes/yaml/read-yaml';
import { CommandFailed } from '../command-failed';

/** What is deployed, or is to be. */
export interface DeployedState {
  /** What it is, in a few words: `HEAD (6bc0445)`. */
  readonly title: string;
  /** Objects by the folder of the output that they lie in, which is a cluster; an empty text for the home cluster. */
  readonly objects: ReadonlyMap<string, readonly Manifest[]>;
}

/**
 * The objects of some files, by their folder.
 *
 * @param files texts by path in the output folder, with `/`
 * @throws CommandFailed for a file that cannot be read whole: a plan of half of the objects would be wrong
 */
export function deployedState(title: string, files: ReadonlyMap<string, string>): DeployedState {
  const objects = new Map<string, Manifest[]>();
  for (const [file, text] of files) {
    const read = readYaml(text, file);
    const [fault] = read.unreadable;
    if (fault) {
      const { line, column, rule, mend } = fault;
      const field = [title, file, line, column].filter((part) => part !== undefined).join(':');
      throw new CommandFailed({ field, got: undefined, rule, mend });
    }
    const folder = posix.dirname(file) === '.' ? '' : posix.dirname(file);
    objects.set(folder, [...(objects.get(folder) ?? []), ...read.objects.map(({ manifest }) => manifest)]);
  }
  return { title, objects };
}
