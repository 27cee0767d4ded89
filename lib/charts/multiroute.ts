import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { VersionedConfig } from '../constructs/config/versioned-config';
import { Probe } from '../constructs/container/probe';
import { fromSecret } from '../constructs/container/variable-source';
import { WorkloadService } from '../constructs/discovery/workload-service';
import { ingressPeers } from '../constructs/network/ingress-peers';
import { NetworkAccess } from '../constructs/network/network-access';
import { NetworkPeer } from '../constructs/network/network-peer';
import { NetworkPort } from '../constructs/network/network-port';
import { DisruptionBudget } from '../constructs/scaling/disruption-budget';
import { ServiceIngress } from '../constructs/traffic/service-ingress';
import { ProbedDeployment } from '../constructs/workload/probed-deployment';
import type { Environment } from '../environments/environment';
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
    new ServiceIngress(this, 'Ingress', {
      name: 'multiroute',
      via: env.cluster.ingress,
      hosts: [`multiroute.${env.domain}`],
      paths: PATHS,
      service: service.backend,
    });
    const allowFrom = ingressPeers(env.cluster.ingress);
    const allowTo = [NetworkPeer.cidr(env.databaseCidr).on(NetworkPort.tcp(3306))];
    new NetworkAccess(this, 'Access', { workload, allowFrom, allowTo });
  }
}
