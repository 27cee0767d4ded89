import type { EnvironmentValues } from '../../environments/environment';
import { readReleases } from '../../environments/read-releases';
import type { Releases } from '../../environments/releases';
import type { ReleasesContext } from '../../environments/releases-context';
import { nearest } from '../../kubernetes/nearest';
import type { Program } from '../program';
import { readProjectFile } from '../project';
import { ReleaseRefused } from './release-refused';

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

/** The environment of a name. @throws ReleaseRefused */
export function environmentIn({ context }: ReleaseFile, name: string, option = '--env'): EnvironmentValues {
  const found = context.environments.find((environment) => environment.name === name);
  if (found) return found;
  throw unknown(option, name, {
    what: 'an environment',
    known: context.environments.map((environment) => environment.name),
  });
}

/** A service that a chart runs. @throws ReleaseRefused */
export function serviceIn({ context }: ReleaseFile, name: string): string {
  if (context.services.includes(name)) return name;
  throw unknown('service', name, { what: 'a service that a chart in main.ts runs', known: context.services });
}

interface Known {
  readonly what: string;
  readonly known: readonly string[];
}

function unknown(field: string, got: string, { what, known }: Known): ReleaseRefused {
  const near = nearest(got, known);
  const mend = near ? `did you mean "${near}"?` : `known are ${known.join(', ')}`;
  return new ReleaseRefused({ field, got, rule: `must be ${what}`, mend });
}
