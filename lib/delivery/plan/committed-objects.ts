import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../kubernetes/manifest';
import { CommandFailed } from '../command-failed';
import { projectRoot } from '../project';
import type { DeployedState } from './deployed-state';
import { folderState } from './folder-state';
import { gitState } from './git-state';

/** What dist/ holds, and what was last committed of it; nothing where there is neither. */
export function committedObjects(folder = 'dist'): readonly Manifest[] | undefined {
  const path = join(projectRoot(), folder);
  const states = [() => (existsSync(path) ? folderState(path) : undefined), () => gitState('HEAD', folder)].flatMap(
    (read) => readable(read) ?? [],
  );
  const objects = states.flatMap((state) => [...state.objects.values()].flat());
  return objects.length > 0 ? objects : undefined;
}

/** A checkout without git, or before the first commit, has nothing to say. */
function readable(read: () => DeployedState | undefined): DeployedState | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof CommandFailed) return undefined;
    throw error;
  }
}
