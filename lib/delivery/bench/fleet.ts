import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ClusterChart } from '../../charts/cluster';
import { VersionedConfig } from '../../constructs/config/versioned-config';
import { HelloService } from '../../constructs/service/hello-service';
import { HOME_CLUSTER } from '../../environments/clusters';
import type { Environment } from '../../environments/environment';
import { ENVIRONMENTS } from '../../environments/environments';
import { imageFrom } from '../../kubernetes/container-image';
import { partOf } from '../../kubernetes/labels';
import type { Program, ServiceChart } from '../program';

/** Many services in every environment of the project, each of seven objects: an input to measure on. @param count 1 to 999 */
export function fleet(count: number): Program {
  const names = Array.from({ length: count }, (_, index) => `service-${String(index + 1).padStart(3, '0')}`);
  return {
    environments: ENVIRONMENTS,
    homeCluster: HOME_CLUSTER,
    cluster: ClusterChart,
    charts: Object.fromEntries(names.map((name) => [name, serviceChart(name)])),
  };
}

function serviceChart(name: string): ServiceChart {
  return class extends Chart {
    /** It is made everywhere, whatever releases.json says. */
    static readonly services = [];

    constructor(scope: Construct, id: string, env: Environment) {
      super(scope, id, { namespace: env.namespace, labels: partOf(name, env.name) });
      const config = new VersionedConfig(this, name, { data: { URL: `http://${env.domain}` } });
      new HelloService(this, `${name}-web`, {
        image: imageFrom(`registry.example.com/shop/${name}:v1`),
        size: env.sizes.small,
        config: [config.asEnvironment()],
        scaling: env.replicas,
        ingress: { via: env.cluster.ingress, hosts: [`${name}.${env.domain}`] },
      });
    }
  };
}
