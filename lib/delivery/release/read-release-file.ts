import type { EnvironmentValues } from '../../environments/environment';
import { readReleases } from '../../environments/read-releases';
import type { Releases } from '../../environments/releases';
import type { ReleasesContext } from '../../environments/releases-context';
import type { Program } from '../program';
import { readProjectFile } from '../project';

/** releases.json as it is, and what it is held against. */
export interface ReleaseFile {
  readonly text: string;
  readonly releases: Releases;
  readonly context: Omit<ReleasesContext, 'environments'> & { readonly environments: readonly EnvironmentValues[] };
}

/** Reads the releases of a program. @throws InvalidReleases */
export function readReleaseFile({ releases: file, environments, charts }: Program): ReleaseFile {
  if (file === undefined) throw new Error('this program has no releases: its charts name their images themselves');
  const context = { file, environments, services: Object.values(charts).flatMap(({ services }) => services) };
  const text = readProjectFile(file);
  return { text, releases: readReleases(text, context), context };
}
