import { Chart, Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { Probe } from '../../constructs/container/probe';
import { Exposure } from '../../constructs/discovery/exposure';
import { ExternalService } from '../../constructs/discovery/external-service';
import { FixedEndpoints } from '../../constructs/discovery/fixed-endpoints';
import { WorkloadService } from '../../constructs/discovery/workload-service';
import { NetworkAccess } from '../../constructs/network/network-access';
import { NetworkPeer } from '../../constructs/network/network-peer';
import { Tenancy } from '../../constructs/tenancy/tenancy';
import { ProbedDeployment } from '../../constructs/workload/probed-deployment';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import { partOf } from '../../kubernetes/labels';

const NAMESPACE = 'tutorial-services';

const probes = { readiness: Probe.http('/'), liveness: Probe.tcp() };
const nginx = { ...probes, image: imageFrom('docker.io/nginxinc/nginx-unprivileged:1.29'), port: 8080 };

/** Services: names and addresses for Pods that come and go, from within the cluster, at its nodes, and from outside. */
export class ServicesChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: NAMESPACE, labels: partOf('services', env.name) });
    const { kubernetesVersion } = env.cluster;
    new Tenancy(this, 'Tenancy', { ...env, namespace: NAMESPACE, environment: env.name, kubernetesVersion });
    this.hellok8s(env);
    this.versions(env);
    this.elsewhere();

    const myApp = new ProbedDeployment(this, 'MyApp', { ...nginx, size: env.sizes.small });
    new NetworkAccess(myApp, 'Everybody', { workload: myApp, allowFrom: [NetworkPeer.anywhere()] });
    this.withinTheCluster(myApp);
    this.fromOutside(myApp);
    this.whichPod(myApp);
  }

  /**
   * The first two Services of the tutorial: an address within the cluster, and a port of every node besides. A Service finds
   * its Pods by their labels, and their port by its name: no number has to be kept the same in two places.
   */
  private hellok8s({ sizes: { small: size } }: Environment): void {
    const image = imageFrom('registry.cn-hangzhou.aliyuncs.com/ceyewan/hellok8s:v1');
    const workload = new ProbedDeployment(this, 'Hellok8s', { ...probes, image, size, port: 3000 });
    new NetworkAccess(workload, 'Everybody', { workload, allowFrom: [NetworkPeer.anywhere()] });
    new WorkloadService(this, 'Hellok8sService', { workload, port: 3000 });
    const exposure = Exposure.nodePort({ nodePort: 30000 });
    new WorkloadService(this, 'Hellok8sNodes', { workload, name: 'hellok8s-nodes', port: 3000, exposure });
  }

  /**
   * One workload under several names. The tutorial's `my-service` sends to port 8080 of a Pod that listens on 80, and nobody
   * answers; by the name of the port it cannot miss. Its `svc-nginx` has the address 10.233.43.85, which fits the range of
   * one cluster and is refused by every other: what stays the same everywhere is the name. Who must have an address writes
   * `Exposure.clusterIp({ ip })`.
   */
  private withinTheCluster(workload: ProbedDeployment): void {
    new WorkloadService(this, 'Service', { workload });
    new WorkloadService(this, 'MyService', { workload, name: 'my-service' });
    new WorkloadService(this, 'SvcNginx', { workload, name: 'svc-nginx' });
    const http = { port: 8080, name: 'http', appProtocol: 'http' };
    new WorkloadService(this, 'Myapp', { workload, name: 'myapp', ports: [http] });
    // by DNS alone: a client connects to the Pod's own port, so the tutorial's port 80 would be no port of anything
    const exposure = Exposure.headless();
    new WorkloadService(this, 'Headless', { workload, name: 'my-app-headless', ports: [{ port: 8080 }], exposure });
    // both kinds of addresses where the cluster has both, one where it has one
    new WorkloadService(this, 'Dual', { workload, name: 'my-app-dual', ipFamilyPolicy: 'PreferDualStack' });
  }

  /** A port of every node, which the cluster picks, and a load balancer, which somebody else makes. */
  private fromOutside(workload: ProbedDeployment): void {
    new WorkloadService(this, 'Nodes', { workload, name: 'my-app-nodes', exposure: Exposure.nodePort() });
    new WorkloadService(this, 'Public', { workload, name: 'my-app-public', exposure: Exposure.loadBalancer() });
  }

  /**
   * Which Pod answers: any, by chance, in no order (the tutorial says round robin, which only kube-proxy's IPVS does); the
   * same one for a client for three hours; one of the node that was connected to, which sees the client's own address. The
   * last is for connections from outside, so it needs a port of the nodes or a load balancer: the tutorial's `ClusterIP` with
   * it is refused. There are no weights, which the tutorial invents: a `CanaryIngress` has them.
   */
  private whichPod(workload: ProbedDeployment): void {
    const name = (way: string) => `myapp-${way}`;
    const ports = [{ port: 8080 }];
    const sticky = Exposure.clusterIp({ sessionAffinity: { clientIp: Duration.hours(3) } });
    new WorkloadService(this, 'Sticky', { workload, name: name('sticky'), ports, exposure: sticky });
    const local = Exposure.nodePort({ externalTrafficPolicy: 'Local' });
    new WorkloadService(this, 'Local', { workload, name: name('local'), ports, exposure: local });
    const balanced = Exposure.loadBalancer({ externalTrafficPolicy: 'Local', sourceRanges: ['192.168.0.0/16'] });
    new WorkloadService(this, 'Balanced', { workload, name: name('balanced'), ports, exposure: balanced });
  }

  /** Two versions of one application, a Service each, so that an Ingress can divide requests between them. */
  private versions({ sizes: { small: size } }: Environment): void {
    for (const name of ['page-v1', 'page-v2']) {
      const workload = new ProbedDeployment(this, name, { ...nginx, size, name, application: 'page', replicas: 1 });
      new WorkloadService(this, `${name}-service`, { workload, ports: [{ port: 80, name: 'nginx' }] });
    }
  }

  /** A name here for a host of another name, and one for machines that have addresses alone. */
  private elsewhere(): void {
    new ExternalService(this, 'MyDb', { externalName: 'db.example.com' });
    new FixedEndpoints(this, 'OldDb', { addresses: ['10.20.0.7', '10.20.0.8'], ports: [{ port: 3306 }] });
  }
}
