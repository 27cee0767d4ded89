import { statSync } from 'node:fs';
import type { Cluster } from '../../environments/environment';
import { ENVIRONMENT_LABEL } from '../../kubernetes/labels';
import type { Manifest } from '../../kubernetes/manifest';
import { nearest } from '../../kubernetes/nearest';
import { decodeSchemas } from '../../kubernetes/schema/schemas';
import { type EnvironmentPlan, type Plan, type PlannedCluster, plan } from '../../simulators/plan/plan';
import { CommandFailed } from '../command-failed';
import { Kubectl } from '../kubectl';
import type { Program } from '../program';
import { readProjectFile, SCHEMAS_FILE } from '../project';
import { clusterState } from './cluster-state';
import type { DeployedState } from './deployed-state';
import { folderState } from './folder-state';
import { gitState } from './git-state';
import { programState } from './program-state';
import { serverMinor } from './server-minor';

/** What is compared. */
export interface PlanRequest {
  readonly program: Program;
  /** What is deployed: a commit, a folder, or `cluster`. */
  readonly against: string;
  /** Folder that is to be applied; nothing for what the program makes. */
  readonly to: string | undefined;
  /** The one environment to look at; nothing for all, and what governs the cluster. */
  readonly environment: string | undefined;
}

/** What happens, and between what. */
export interface MadePlan extends Plan {
  readonly against: string;
  readonly to: string;
}

/** Where the output lies in the project. */
const OUTPUT = 'dist';
const CLUSTER = 'cluster';

/**
 * Says what happens when the program's output is applied over what is deployed.
 *
 * @throws CommandFailed with what to do, and SynthesisFailed with everything that is wrong
 */
export function makePlan(request: PlanRequest): MadePlan {
  requireEnvironment(request);
  const after = request.to === undefined ? programState(request.program) : folderState(request.to, '--to');
  const clusters = plannedClusters(request, after);
  const before = stateBefore(request, after, clusters[0]);
  const isOnlyHome = request.against === CLUSTER;
  const folders = isOnlyHome ? [''] : [...new Set([...before.objects.keys(), ...after.objects.keys()])].sort();
  const plans = folders.map((folder) => {
    const of = ({ objects }: DeployedState) => (objects.get(folder) ?? []).filter(isAskedFor(request));
    const cluster = clusters.find((one) => one.folder === folder) ?? { ...home(clusters), folder };
    return plan({ before: of(before), after: of(after) }, cluster);
  });
  return { against: before.title, to: after.title, ...merged(plans) };
}

function requireEnvironment({ program, environment: got }: PlanRequest): void {
  const names = program.environments.map(({ name }) => name);
  if (got === undefined || names.includes(got)) return;
  const near = nearest(got, names);
  const mend = near ? `write ${near}` : 'name one of those';
  throw new CommandFailed({ field: '--env', got, rule: `must be one of ${names.join(', ')}`, mend });
}

/** What is in the environment by its label; objects without any are in what governs the cluster. */
function isAskedFor({ environment }: PlanRequest): (object: Manifest) => boolean {
  return ({ metadata }) => environment === undefined || metadata.labels?.[ENVIRONMENT_LABEL] === environment;
}

function stateBefore(request: PlanRequest, after: DeployedState, cluster: PlannedCluster | undefined): DeployedState {
  const { program, against, environment } = request;
  if (against === CLUSTER && cluster) {
    const wanted = (after.objects.get('') ?? []).filter(isAskedFor(request));
    const environments = environment === undefined ? program.environments.map(({ name }) => name) : [environment];
    return clusterState({ wanted, environments }, cluster);
  }
  const isFolder = statSync(against, { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? folderState(against) : gitState(against, OUTPUT);
}

/** The clusters of the program, that of the home folder first. */
function plannedClusters({ program, against }: PlanRequest, after: DeployedState): PlannedCluster[] {
  const schemas = decodeSchemas(readProjectFile(SCHEMAS_FILE));
  const clusters = new Map(program.environments.map(({ cluster }) => [cluster.name, cluster]));
  const planned = ({ name, kubernetesVersion, nodes }: Cluster): PlannedCluster => {
    const folder = name === program.homeCluster ? '' : name;
    const isLive = against === CLUSTER && folder === '' && after.objects.has('');
    const minor = isLive ? serverMinor(schemas.minors, new Kubectl()) : kubernetesVersion;
    return { schemas, minor, folder, nodes: nodes.count };
  };
  return [...clusters.values()].map(planned).sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

function home(clusters: readonly PlannedCluster[]): PlannedCluster {
  const [first] = clusters;
  if (first) return first;
  const rule = 'must have an environment to plan for';
  throw new CommandFailed({ field: 'environments', got: undefined, rule, mend: 'add one to lib/environments/' });
}

/** The same environment may have something in several folders. */
function merged(plans: readonly Plan[]): Plan {
  const environments = plans.flatMap((one) => one.environments);
  const names = [...new Set(environments.map(({ name }) => name))];
  return {
    changes: plans.flatMap(({ changes }) => changes),
    unchanged: plans.reduce((sum, one) => sum + one.unchanged, 0),
    environments: names.map((name): EnvironmentPlan => {
      const of = environments.filter((one) => one.name === name);
      return {
        name,
        images: of.flatMap(({ images }) => images),
        requests: of.flatMap(({ requests }) => requests),
        access: of.flatMap(({ access }) => access),
        network: of.flatMap(({ network }) => network),
      };
    }),
  };
}
