import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Tenancy } from '../constructs/tenancy/tenancy';
import type { EnvironmentValues } from '../environments/environment';

/** What a cluster needs before anything runs in it: each environment's namespace, and what governs it. */
export class ClusterChart extends Chart {
  constructor(scope: Construct, id: string, environments: readonly EnvironmentValues[]) {
    super(scope, id);
    for (const { name, namespace, cluster, quota, containerDefaults } of environments) {
      new Tenancy(this, name, {
        namespace,
        environment: name,
        kubernetesVersion: cluster.kubernetesVersion,
        quota,
        containerDefaults,
      });
    }
  }
}
