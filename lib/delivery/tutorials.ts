import { ClusterChart } from '../charts/cluster';
import { CHAPTERS } from '../charts/tutorials/chapters';
import { tutorial } from '../environments/tutorial';
import type { Program } from './program';

/** Every chapter of the tutorials, in one environment. */
export const TUTORIALS: Program = {
  environments: [tutorial],
  homeCluster: tutorial.cluster.name,
  cluster: ClusterChart,
  charts: CHAPTERS,
};
