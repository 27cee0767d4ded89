import { App, type Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { InvalidProp } from '../constructs/invalid-prop';
import type { Cluster, Environment } from '../environments/environment';
import type { Releases } from '../environments/releases';
import { withReleases } from '../environments/with-releases';
import { chartFileName, clusterFileName } from './file-names';
import type { Program, ServiceChart } from './program';
import { projectRoot } from './project';
import { readFiles } from './read-files';

/** A chart, where its objects are written to, and the cluster they are for. */
export interface PlacedChart {
  readonly chart: Chart;
  /** File in the output folder: `dev.hello.k8s.yaml`. */
  readonly file: string;
  readonly cluster: Cluster;
  /** Value of the label `environment` of its objects; none for what governs a cluster. */
  readonly environment?: string;
}

/** All charts that could be made, and what was wrong with the others. */
export interface BuiltCharts {
  readonly charts: readonly PlacedChart[];
  readonly problems: readonly string[];
}

/** Construct id of what governs a cluster. */
const CLUSTER_CHART = '00-cluster';

/** A chart that is to be made, and where it goes. */
interface Plan extends Omit<PlacedChart, 'chart'> {
  /** Construct path of the chart, for what goes wrong before it exists. */
  readonly path: string;
  readonly make: () => Chart;
}

/** Makes every chart of the program: for each cluster what governs it, for each environment what is released to it. */
export function buildCharts(program: Program, releases: Releases): BuiltCharts {
  const app = new App({ outdir: '' });
  const clusters = new Map(program.environments.map(({ cluster }) => [cluster.name, cluster]));
  const plans = [...clusters.values()].flatMap((cluster) => planCluster(app, cluster, program, releases));
  const charts: PlacedChart[] = [];
  const problems: string[] = unreleased(program, releases);
  for (const { path, make, ...placed } of plans) {
    try {
      charts.push({ ...placed, chart: make() });
    } catch (error) {
      problems.push(asProblem(path, error));
    }
  }
  return { charts, problems };
}

function planCluster(app: App, cluster: Cluster, program: Program, releases: Releases): Plan[] {
  const isHome = cluster.name === program.homeCluster;
  const scope = isHome ? app : new Construct(app, cluster.name);
  const folder = isHome ? '' : `${cluster.name}/`;
  const environments = program.environments.filter((env) => env.cluster.name === cluster.name);
  const make = () => new program.cluster(scope, CLUSTER_CHART, environments);
  const first = { path: CLUSTER_CHART, file: folder + clusterFileName, cluster, make };
  return [
    first,
    ...environments.flatMap((values) =>
      planEnvironment(app, folder, withReleases(values, releases[values.name] ?? {}, filesOfProject), program),
    ),
  ];
}

const filesOfProject = (path: string) => readFiles(projectRoot(), path);

function planEnvironment(app: App, folder: string, env: Environment, program: Program): Plan[] {
  const place = new Construct(app, env.name);
  return chartsOf(program, env).map(([name, ChartClass]) => ({
    path: `${env.name}/${name}`,
    file: folder + chartFileName(env.name, name),
    cluster: env.cluster,
    environment: env.name,
    make: () => new ChartClass(place, name, env),
  }));
}

/** Charts of which the environment runs at least one service; one that runs only some of its own says so when it asks. */
function chartsOf({ charts }: Program, { services }: Environment): [string, ServiceChart][] {
  return Object.entries(charts).filter(
    ([, chart]) => chart.services.length === 0 || chart.services.some((name) => services.includes(name)),
  );
}

/** A service that no environment runs would come out nowhere, without a word. */
function unreleased({ charts, releases: file = 'no file' }: Program, releases: Releases): string[] {
  const released = new Set(Object.values(releases).flatMap((environment) => Object.keys(environment)));
  return Object.values(charts).flatMap(({ name, services }) =>
    services
      .filter((service) => !released.has(service))
      .map(
        (service) =>
          `${file}: ${service}: is released nowhere, though ${name} runs it; add "${service}": { "tag": "..." } to an environment`,
      ),
  );
}

/** A wrong prop says where it is; for anything else thrown in a chart, the line of the chart that led there. */
function asProblem(path: string, error: unknown): string {
  if (error instanceof InvalidProp) return error.message;
  if (!(error instanceof Error)) return `[${path}] ${String(error)}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line) && !FOREIGN_FRAME.test(line));
  const frame = frames.find((line) => line.includes('lib/charts/')) ?? frames[0];
  const where = frame?.match(/\(?([^()\s]+:\d+:\d+)\)?$/)?.[1]?.replace(`${process.cwd()}/`, '');
  return `[${path}] ${error.name === 'Error' ? '' : `${error.name}: `}${error.message}${where ? ` (${where})` : ''}`;
}

/** A line of a stack that is not the project's, or is this room's. */
const FOREIGN_FRAME = /node_modules|node:|lib\/delivery\//;
