import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { VersionedConfig } from '../constructs/config/versioned-config';
import { NetworkAccess } from '../constructs/network/network-access';
import { DisruptionBudget } from '../constructs/scaling/disruption-budget';
import { ServiceIngress } from '../constructs/traffic/service-ingress';
import { WorkloadService } from '../constructs/traffic/workload-service';
import { Probe } from '../constructs/workload/probe';
import { ProbedDeployment } from '../constructs/workload/probed-deployment';
import { fromSecret } from '../constructs/workload/variable-source';
import type { Environment } from '../environments/environment';
import { ingressSources } from '../kubernetes/ingress-provider';
import { partOf } from '../kubernetes/labels';

const PATHS = ['/route1', '/route2'].map((path) => ({ path, type: 'Prefix' as const }));

/** go-multiroute, which keeps its data in a database outside the cluster, as it runs in one environment. */
export class MultirouteChart extends Chart {
  /** Entries of releases.json that it runs. */
  static readonly services = ['multiroute'];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: env.namespace, labels: partOf('multiroute', env.name) });
    const config = new VersionedConfig(this, 'MultirouteConfig', { data: env.configOf('multiroute') });
    const workload = new ProbedDeployment(this, 'Multiroute', {
      image: env.release('multiroute', 'docker.io/leigg/go_multiroute').image,
      port: 3000,
      size: env.sizes.medium,
      readiness: Probe.http('/route1'),
      liveness: Probe.tcp(),
      config: [config.asFiles('/etc/multiroute')],
      env: { DATABASE_PASSWORD: fromSecret('multiroute-database', 'password') },
    });
    const service = new WorkloadService(this, 'Service', { workload });
    new DisruptionBudget(this, 'Budget', { target: workload });
    const ingress = env.cluster.ingress;
    new ServiceIngress(this, 'Ingress', {
      name: 'multiroute',
      via: ingress,
      hosts: [`multiroute.${env.domain}`],
      paths: PATHS,
      service: service.backend,
    });
    const database = { cidr: env.databaseCidr, port: 3306 };
    new NetworkAccess(this, 'Access', { workload, ...ingressSources(ingress), to: [database] });
  }
}
