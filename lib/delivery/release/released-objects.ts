import type { Releases } from '../../environments/releases';
import type { Manifest } from '../../kubernetes/manifest';
import { decodeSchemas } from '../../kubernetes/schema/schemas';
import { buildCharts } from '../build-charts';
import { checkObjects } from '../check-objects';
import { collectObjects } from '../collect-objects';
import type { Program } from '../program';
import { readProjectFile, SCHEMAS_FILE } from '../project';
import { SynthesisFailed } from '../synthesis-failed';
import type { ReleaseOrder } from './release-order';

/**
 * What a synthesis would write of the charts that run a service, in one environment.
 *
 * @throws SynthesisFailed where it would write nothing
 */
export function releasedObjects(
  program: Program,
  releases: Releases,
  { service, environment }: Pick<ReleaseOrder, 'service' | 'environment'>,
): readonly Manifest[] {
  const schemas = decodeSchemas(readProjectFile(SCHEMAS_FILE));
  const environments = program.environments.filter(({ name }) => name === environment.name);
  const charts = Object.fromEntries(
    Object.entries(program.charts).filter(([, { services }]) => services.includes(service)),
  );
  const built = buildCharts({ ...program, environments, charts }, releases);
  const collected = collectObjects(built.charts, schemas);
  const problems = [
    ...built.problems,
    ...collected.problems,
    ...checkObjects(collected.objects, environments, schemas).problems,
  ];
  if (problems.length > 0) throw new SynthesisFailed(problems);
  return collected.objects.filter(({ from }) => from.environment !== undefined).map(({ manifest }) => manifest);
}
