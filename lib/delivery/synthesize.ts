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
import type { EnvironmentVerdict } from './environment-verdict';
import { movedProblems } from './moved-problems';
import { ownershipLine } from './owned-file';
import type { Program } from './program';
import { readProjectFile, SCHEMAS_FILE } from './project';
import { renderYaml } from './render-yaml';
import { saidOnce } from './said-once';
import { SynthesisFailed } from './synthesis-failed';

/** Files that are made of the objects of all others, and lie in folders of their own. */
type FilesBeside = (program: Program, objects: readonly CollectedObject[]) => ReadonlyMap<string, string>;

/** What else comes of a synthesis. */
export interface SynthesisOptions {
  /**
   * What is to be written beside the charts' files, made of everything that came out.
   *
   * @default - nothing
   */
  readonly beside?: FilesBeside;
  /**
   * Is told what the rules found that does not stop the synthesis, and what was excused.
   *
   * @default - nobody is told
   */
  readonly tell?: (verdicts: readonly EnvironmentVerdict[]) => void;
}

/**
 * The files of a program: every environment, every chart, checked whole.
 *
 * @returns content by path in the output folder
 * @throws SynthesisFailed with everything that is wrong, in one run
 */
export function synthesize(program: Program, { beside, tell }: SynthesisOptions = {}): ReadonlyMap<string, string> {
  const schemas = decodeSchemas(readProjectFile(SCHEMAS_FILE));
  requireKnownVersions(program, schemas);
  const built = buildCharts(program, releasesOf(program));
  const collected = collectObjects(built.charts, schemas);
  const checked = checkObjects(collected.objects, program.environments, schemas);
  const problems = [
    ...built.problems,
    ...collected.problems,
    ...movedProblems(built.charts, collected.objects, deployedObjects),
    ...checked.problems,
    ...deliveryMistakes(program),
  ];
  if (problems.length > 0)
    throw new SynthesisFailed(
      saidOnce(
        problems,
        program.environments.map(({ name }) => name),
      ),
    );

  tell?.(checked.verdicts);
  const files = new Map(built.charts.map(({ file }): [string, Manifest[]] => [file, []]));
  for (const { from, manifest } of checked.objects) files.get(from.file)?.push(manifest);
  const rendered = [...files].map(([file, manifests]): [string, string] => [
    file,
    ownershipLine(file) + renderYaml(manifests),
  ]);
  return new Map([...rendered, ...(beside?.(program, checked.objects) ?? [])]);
}

/** Read only where a construct has moved: the reader of YAML takes longer to load than most of a synthesis. */
function deployedObjects(): readonly Manifest[] | undefined {
  const { committedObjects }: typeof import('./plan/committed-objects') = require('./plan/committed-objects');
  return committedObjects();
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
