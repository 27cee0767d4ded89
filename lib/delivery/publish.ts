import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { kustomizationFileName } from './file-names';
import { isOwned } from './owned-file';
import { SynthesisFailed } from './synthesis-failed';
import { writeDurably } from './write-durably';

/** What a publication changed, as paths in the folder. */
export interface Published {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/** What is to happen once everything is staged. Kept on disk, so that a run that was cut off there is finished by the next. */
interface Journal {
  readonly rename: readonly string[];
  readonly remove: readonly string[];
}

const JOURNAL = 'journal.json';

/**
 * Replaces what the program has in a folder by `files`, as a transaction: everything is written beside the folder first,
 * and only then renamed into place. Whatever happens before (an error, a full disk, kill -9) leaves the folder byte for
 * byte as it was. A file that the program wrote and writes no more is removed; a foreign file never is.
 *
 * @param files content by path in the folder
 * @throws SynthesisFailed when foreign files have names that are to be written; the system's error when the disk refuses
 */
export function publish(folder: string, files: ReadonlyMap<string, string>): Published {
  const staging = stagingOf(folder);
  recover(folder, staging);
  const present = new Map(listFiles(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  const written = [...files.keys()].filter((file) => present.get(file) !== files.get(file));
  const foreign = written.filter((file) => present.has(file) && !isOwned(file, present.get(file) ?? ''));
  if (foreign.length > 0) {
    const mend = 'move it elsewhere, nothing was changed';
    throw new SynthesisFailed(
      foreign.map((file) => `${join(folder, file)}: was not written by this program and is in the way; ${mend}`),
    );
  }
  const removed = [...present].filter(([file, text]) => !files.has(file) && isOwned(file, text)).map(([file]) => file);
  if (written.length + removed.length > 0) {
    stage(staging, files, { rename: written, remove: removed });
    recover(folder, staging);
  }
  return { written, removed, unchanged: [...files.keys()].filter((file) => !written.includes(file)) };
}

/** Beside the folder, hidden; in it only where it is a file system of its own, since a rename cannot leave one. */
function stagingOf(folder: string): string {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  const mounted = existsSync(folder) && statSync(folder).dev !== statSync(parent).dev;
  return mounted ? join(folder, '.staging') : join(parent, `.${basename(folder)}.staging`);
}

/** Writes everything to the staging folder and, last, the journal: from then on the change will happen. */
function stage(staging: string, files: ReadonlyMap<string, string>, journal: Journal): void {
  try {
    for (const file of journal.rename) stageFile(join(staging, file), files.get(file) ?? '');
    stageFile(join(staging, `${JOURNAL}.tmp`), JSON.stringify(journal));
    renameSync(join(staging, `${JOURNAL}.tmp`), join(staging, JOURNAL));
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw error;
  }
}

/** Finishes a change that was decided, and clears away one that was not. */
function recover(folder: string, staging: string): void {
  if (!existsSync(staging)) return;
  if (existsSync(join(staging, JOURNAL))) {
    const { rename, remove }: Journal = JSON.parse(readFileSync(join(staging, JOURNAL), 'utf8'));
    for (const file of rename.filter((name) => existsSync(join(staging, name)))) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      renameSync(join(staging, file), join(folder, file));
    }
    for (const file of remove) {
      rmSync(join(folder, file), { force: true });
      removeEmptyFolders(folder, dirname(file));
    }
  }
  rmSync(staging, { recursive: true, force: true });
}

function stageFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeDurably(path, text);
}

function removeEmptyFolders(folder: string, inside: string): void {
  if (inside === '.' || readdirSync(join(folder, inside)).length > 0) return;
  rmdirSync(join(folder, inside));
  removeEmptyFolders(folder, dirname(inside));
}

/** Manifests in a folder, at any depth, as paths with "/"; hidden folders are nobody's output. */
function listFiles(folder: string, inside = folder): string[] {
  if (!existsSync(inside)) return [];
  return readdirSync(inside, { withFileTypes: true }).flatMap((entry) => {
    const path = join(inside, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : listFiles(folder, path);
    const isOutput = entry.name.endsWith('.yaml') || entry.name === kustomizationFileName;
    return entry.isFile() && isOutput ? [relative(folder, path).split(sep).join('/')] : [];
  });
}
