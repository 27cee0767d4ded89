import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Environment } from '../../environments/environment';
import { BatchChart } from './batch';
import { CanaryChart } from './canary';
import { ConfigurationChart } from './configuration';
import { DeploymentsChart } from './deployments';
import { IngressChart } from './ingress';
import { IngressControllerChart } from './ingress-controller';
import { NamespacesChart } from './namespaces';
import { ScalingChart } from './scaling';
import { ServicesChart } from './services';
import { VolumesChart } from './volumes';

/** A chapter of the tutorials, written with what every chart may use. It brings its images with it. */
export interface Chapter {
  new (scope: Construct, id: string, env: Environment): Chart;
  /** None of releases.json. */
  readonly services: readonly never[];
}

/** The chapters by name. */
export const CHAPTERS: Readonly<Record<string, Chapter>> = {
  deployments: DeploymentsChart,
  services: ServicesChart,
  configuration: ConfigurationChart,
  volumes: VolumesChart,
  namespaces: NamespacesChart,
  ingress: IngressChart,
  'ingress-controller': IngressControllerChart,
  canary: CanaryChart,
  scaling: ScalingChart,
  batch: BatchChart,
};
