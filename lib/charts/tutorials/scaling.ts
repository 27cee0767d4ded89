import { Chart, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { Probe } from '../../constructs/container/probe';
import { WorkloadService } from '../../constructs/discovery/workload-service';
import { NetworkAccess } from '../../constructs/network/network-access';
import { NetworkPeer } from '../../constructs/network/network-peer';
import { NetworkPort } from '../../constructs/network/network-port';
import { AutoscaledWorkload } from '../../constructs/scaling/autoscaled-workload';
import { DisruptionBudget } from '../../constructs/scaling/disruption-budget';
import { Metric } from '../../constructs/scaling/metric';
import { VerticalScaling } from '../../constructs/scaling/vertical-scaling';
import { Tenancy } from '../../constructs/tenancy/tenancy';
import { ProbedDeployment } from '../../constructs/workload/probed-deployment';
import { ProbedStatefulSet } from '../../constructs/workload/probed-stateful-set';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import { Cpu } from '../../kubernetes/k8s';
import { partOf } from '../../kubernetes/labels';

const nginx = {
  image: imageFrom('docker.io/nginxinc/nginx-unprivileged:1.29'),
  port: 8080,
  readiness: Probe.http('/'),
  liveness: Probe.tcp(),
};

/** What the autoscalers below may ask for, all at their most. */
const quota = {
  cpuRequests: Cpu.units(5),
  cpuLimits: Cpu.units(20),
  memoryRequests: Size.gibibytes(8),
  memoryLimits: Size.gibibytes(16),
  pods: 90,
};

/** How many Pods, how large, and how many may be away: by load, by use, and during the work on nodes. */
export class ScalingChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    const namespace = `${env.namespace}-scaling`;
    super(scope, id, { namespace, labels: partOf('scaling', env.name) });
    const { kubernetesVersion } = env.cluster;
    new Tenancy(this, 'Namespace', { ...env, namespace, environment: env.name, kubernetesVersion, quota });
    this.fastUpSlowDown(env);
    this.loadTest(env);
    this.evenWhenDrained(env);
    this.byUse(env);
  }

  /**
   * By CPU and memory; grows at once, shrinks slowly, which is what `AutoscaledWorkload` does unless told otherwise. Of the
   * tutorial's "at most 5 Pods" for growing, 5 is the least: with `Max` the larger policy counts, and of 6 Pods or more
   * 100 % is more. A percentage is one of the request, so without requests nothing is scaled: here every container has them.
   */
  private fastUpSlowDown({ sizes: { small: size } }: Environment): void {
    const target = new ProbedDeployment(this, 'VpaHpaDeployment', { ...nginx, size, replicas: 'autoscaled' });
    new AutoscaledWorkload(this, 'VpaHpa', {
      target,
      minReplicas: 2,
      maxReplicas: 60,
      targetCpuUtilizationPercent: 60,
      targetMemoryUtilizationPercent: 75,
    });
  }

  /**
   * The target of the tutorial's load test. There it is made by `kubectl create deployment`, which gives it no request that
   * 50 % could be of, and the load is sent to http://example-app, a Service that nobody makes.
   */
  private loadTest({ sizes: { small: size } }: Environment): void {
    const target = new ProbedDeployment(this, 'ExampleApp', { ...nginx, size, replicas: 'autoscaled' });
    new WorkloadService(this, 'ExampleAppService', { workload: target });
    new AutoscaledWorkload(this, 'ExampleAppScaling', {
      target,
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [Metric.cpu(50)],
    });
  }

  /**
   * Two of three stay, a quorum, whatever is done to the nodes: that of the third waits until all are ready again. With as
   * many as there are, no node could ever be drained. `minAvailable` is one way to say it; where the count changes,
   * `maxUnavailable: 1` is the better one, which an `AutoscaledWorkload` has.
   */
  private evenWhenDrained({ sizes: { medium: size } }: Environment): void {
    const servers = [0, 1, 2].map((at) => `server.${at + 1}=zookeeper-${at}.zookeeper-headless:2888:3888;2181`);
    const start =
      'ZOO_MY_ID=`echo $HOSTNAME | tr -dc 0-9 | xargs expr 1 +` exec /docker-entrypoint.sh zkServer.sh start-foreground';
    const target = new ProbedStatefulSet(this, 'Zookeeper', {
      image: imageFrom('docker.io/library/zookeeper:3.9'),
      size,
      command: ['bash', '-c', start],
      env: { ZOO_SERVERS: servers.join(' ') },
      port: 2181,
      portName: 'client',
      extraPorts: [
        { name: 'peers', port: 2888 },
        { name: 'election', port: 3888 },
      ],
      readiness: Probe.tcp(),
      liveness: Probe.tcp(),
      replicas: 3,
      podManagementPolicy: 'Parallel',
      publishedAddresses: 'all',
      writablePaths: ['/tmp', '/conf', '/data', '/datalog', '/logs'],
    });
    new DisruptionBudget(this, 'ZkPdb', { target, minAvailable: 2 });
    const peers = [NetworkPeer.workload(target).on(NetworkPort.tcp('peers'), NetworkPort.tcp('election'))];
    new NetworkAccess(target, 'Peers', { workload: target, allowFrom: peers, allowTo: peers });
  }

  /**
   * Requests that follow what is used. The tutorial's mode `Auto` means `Recreate`, and is deprecated: it evicts Pods to
   * give them new ones. Never beside an autoscaler above that looks at the same resource.
   */
  private byUse({ sizes: { small: size } }: Environment): void {
    const target = new ProbedDeployment(this, 'MyApp', { ...nginx, size });
    new VerticalScaling(this, 'MyAppVpa', {
      target,
      updateMode: 'Recreate',
      containers: { '*': { maxAllowed: { cpu: Cpu.units(1), memory: Size.mebibytes(512) } } },
    });
  }
}
