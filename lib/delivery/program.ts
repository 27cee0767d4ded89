import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Environment, EnvironmentValues } from '../environments/environment';

/** A chart that is made once for each environment that its services are released to. */
export interface ServiceChart {
  new (scope: Construct, id: string, env: Environment): Chart;
  /** Entries of releases.json that it runs. */
  readonly services: readonly string[];
}

/** A chart that is made once for each cluster. */
export type ClusterChartClass = new (scope: Construct, id: string, environments: readonly EnvironmentValues[]) => Chart;

/** Everything that is synthesized: every environment, every chart. */
export interface Program {
  readonly environments: readonly EnvironmentValues[];
  /**
   * File of the project that says what runs where.
   *
   * @default - none: charts name their images themselves
   */
  readonly releases?: string;
  /** Cluster whose files lie in the output folder itself; those of any other lie in a folder of its name. */
  readonly homeCluster: string;
  /** What governs each cluster; its file is applied first. */
  readonly cluster: ClusterChartClass;
  /** Charts by name, which is the second part of their files' names. */
  readonly charts: Readonly<Record<string, ServiceChart>>;
}
