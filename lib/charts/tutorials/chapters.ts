import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Environment } from '../../environments/environment';
import { BatchChart } from './batch';
import { BlueGreenChart } from './blue-green';
import { CanaryChart } from './canary';
import { ConfigurationChart } from './configuration';
import { ContainersChart } from './containers';
import { ControlPlaneChart } from './control-plane';
import { DeploymentsChart } from './deployments';
import { IngressChart } from './ingress';
import { IngressControllerChart } from './ingress-controller';
import { NamespacesChart } from './namespaces';
import { PodsChart } from './pods';
import { ProbesChart } from './probes';
import { ScalingChart } from './scaling';
import { SchedulingChart } from './scheduling';
import { ServicesChart } from './services';
import { StorageChart } from './storage';
import { VolumesChart } from './volumes';
import { WorkloadsChart } from './workloads';

/** A chapter of the tutorials, written with what every chart may use. It brings its images with it. */
export interface Chapter {
  new (scope: Construct, id: string, env: Environment): Chart;
  /** None of releases.json. */
  readonly services: readonly never[];
}

/** The chapters by name. */
export const CHAPTERS: Readonly<Record<string, Chapter>> = {
  namespaces: NamespacesChart,
  pods: PodsChart,
  containers: ContainersChart,
  probes: ProbesChart,
  scheduling: SchedulingChart,
  deployments: DeploymentsChart,
  workloads: WorkloadsChart,
  services: ServicesChart,
  configuration: ConfigurationChart,
  volumes: VolumesChart,
  storage: StorageChart,
  ingress: IngressChart,
  'ingress-controller': IngressControllerChart,
  canary: CanaryChart,
  'blue-green': BlueGreenChart,
  scaling: ScalingChart,
  batch: BatchChart,
  'control-plane': ControlPlaneChart,
};
