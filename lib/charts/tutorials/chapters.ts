import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Environment } from '../../environments/environment';
import { CanaryChart } from './canary';
import { DeploymentsChart } from './deployments';
import { IngressChart } from './ingress';
import { ScalingChart } from './scaling';

/** A chapter of the tutorials, written with what every chart may use. It brings its images with it. */
export interface Chapter {
  new (scope: Construct, id: string, env: Environment): Chart;
  /** None of releases.json. */
  readonly services: readonly never[];
}

/** The chapters by name. */
export const CHAPTERS: Readonly<Record<string, Chapter>> = {
  canary: CanaryChart,
  deployments: DeploymentsChart,
  ingress: IngressChart,
  scaling: ScalingChart,
};
