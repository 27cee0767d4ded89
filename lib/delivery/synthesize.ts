import { InvalidReleases } from '../environments/invalid-releases';
import { readReleases } from '../environments/read-releases';
import { decodeSchemas } from '../kubernetes/schema/schemas';
import { buildCharts } from './build-charts';
import { checkObjects } from './check-objects';
import { collectObjects } from './collect-objects';
import { ownershipLine } from './owned-file';
import type { Program } from './program';
import { RELEASES_FILE, readProjectFile, SCHEMAS_FILE } from './project';
import { renderYaml } from './render-yaml';
import { SynthesisFailed } from './synthesis-failed';

/**
 * The files of a program: every environment, every chart, checked whole.
 *
 * @returns content by path in the output folder
 * @throws SynthesisFailed with everything that is wrong, in one run
 */
export function synthesize(program: Program): ReadonlyMap<string, string> {
  const schemas = decodeSchemas(readProjectFile(SCHEMAS_FILE));
  const built = buildCharts(program, releasesOf(program));
  const collected = collectObjects(built.charts, schemas);
  const problems = [...built.problems, ...collected.problems, ...checkObjects(collected.objects, schemas)];
  if (problems.length > 0) throw new SynthesisFailed([...new Set(problems)]);

  const files = built.charts.map(({ file }) => file);
  return new Map(
    files.map((file) => {
      const manifests = collected.objects.filter(({ from }) => from.file === file).map(({ manifest }) => manifest);
      return [file, ownershipLine(file) + renderYaml(manifests)];
    }),
  );
}

function releasesOf({ environments, charts }: Program) {
  const services = Object.values(charts).flatMap((chart) => chart.services);
  try {
    return readReleases(readProjectFile(RELEASES_FILE), { file: RELEASES_FILE, environments, services });
  } catch (error) {
    if (error instanceof InvalidReleases) throw new SynthesisFailed(error.problems);
    throw error;
  }
}
