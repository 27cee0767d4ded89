import { ClusterChart } from './lib/charts/cluster';
import { HelloChart } from './lib/charts/hello';
import { MultirouteChart } from './lib/charts/multiroute';
import type { Program } from './lib/delivery/program';
import { HOME_CLUSTER } from './lib/environments/clusters';
import { ENVIRONMENTS } from './lib/environments/environments';

/** Every environment, every chart. */
export const program: Program = {
  environments: ENVIRONMENTS,
  releases: 'lib/environments/releases.json',
  homeCluster: HOME_CLUSTER,
  cluster: ClusterChart,
  charts: {
    hello: HelloChart,
    multiroute: MultirouteChart,
  },
};
