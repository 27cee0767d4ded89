import { deliveryMistakes } from '../environments/delivery-mistakes';
import { InvalidReleases } from '../environments/invalid-releases';
import { readReleases } from '../environments/read-releases';
import type { Releases } from '../environments/releases';
import { invalidValue } from '../kubernetes/invalid-value';
import type { Manifest } from '../kubernetes/manifest';
import { decodeSchemas, type Schemas } from '../kubernetes/schema/schemas';
import { buildCharts } from './build-charts';
import { checkObjects } from './check-objects';
import { type CollectedObject, collectObjects } from './collect-objects';
import { ownershipLine } from './owned-file';
import type { Program } from './program';
import { readProjectFile, SCHEMAS_FILE } from './project';
import { renderYaml } from './render-yaml';
import { saidOnce } from './said-once';
import { SynthesisFailed } from './synthesis-failed';

/** Files that are made of the objects of all others, and lie in folders of their own. */
type FilesBeside = (program: Program, objects: readonly CollectedObject[]) => ReadonlyMap<string, string>;

/**
 * The files of a program: every environment, every chart, checked whole.
 *
 * @param beside what else is to be written, made of everything that came out
 * @returns content by path in the output folder
 * @throws SynthesisFailed with everything that is wrong, in one run
 */
export function synthesize(program: Program, beside: FilesBeside = () => new Map()): ReadonlyMap<string, string> {
  const schemas = decodeSchemas(readProjectFile(SCHEMAS_FILE));
  requireKnownVersions(program, schemas);
  const built = buildCharts(program, releasesOf(program));
  const collected = collectObjects(built.charts, schemas);
  const problems = [
    ...built.problems,
    ...collected.problems,
    ...checkObjects(collected.objects, schemas),
    ...deliveryMistakes(program),
  ];
  if (problems.length > 0)
    throw new SynthesisFailed(
      saidOnce(
        problems,
        program.environments.map(({ name }) => name),
      ),
    );

  const files = new Map(built.charts.map(({ file }): [string, Manifest[]] => [file, []]));
  for (const { from, manifest } of collected.objects) files.get(from.file)?.push(manifest);
  const rendered = [...files].map(([file, manifests]): [string, string] => [
    file,
    ownershipLine(file) + renderYaml(manifests),
  ]);
  return new Map([...rendered, ...beside(program, collected.objects)]);
}

function releasesOf({ environments, charts, releases: file }: Program): Releases {
  if (file === undefined) return {};
  const services = Object.values(charts).flatMap((chart) => chart.services);
  try {
    return readReleases(readProjectFile(file), { file, environments, services });
  } catch (error) {
    if (error instanceof InvalidReleases) throw new SynthesisFailed(error.problems);
    throw error;
  }
}

/** Nothing can be held against the schema of a Kubernetes that is not described. */
function requireKnownVersions({ environments }: Program, { minors }: Schemas): void {
  const rule = `must be one of ${minors.join(', ')}`;
  const mend = 'name one of them, or describe it first: npm run schemas';
  const wrong = environments
    .filter(({ cluster }) => !minors.includes(cluster.kubernetesVersion))
    .map(({ cluster }) => cluster);
  const sentences = wrong.map(
    ({ name, kubernetesVersion: got }) =>
      `cluster ${name}: ${invalidValue({ field: 'kubernetesVersion', got, rule, mend })}`,
  );
  if (sentences.length > 0) throw new SynthesisFailed([...new Set(sentences)]);
}
