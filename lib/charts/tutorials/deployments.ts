import { Chart, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { WorkloadAccount } from '../../constructs/access/workload-account';
import { Probe } from '../../constructs/container/probe';
import { override } from '../../constructs/override';
import { Volume } from '../../constructs/storage/volume';
import { ProbedDeployment } from '../../constructs/workload/probed-deployment';
import { Rollout } from '../../constructs/workload/rollout';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import type { ContainerSize } from '../../kubernetes/container-size';
import { partOf } from '../../kubernetes/labels';
import { NEEDS } from './needs';
import { ownNamespace } from './own-namespace';

const hellok8s = {
  image: imageFrom('registry.cn-hangzhou.aliyuncs.com/ceyewan/hellok8s:v1'),
  port: 3000,
  readiness: Probe.http('/'),
  liveness: Probe.http('/healthz'),
};

const nginx = {
  image: imageFrom('docker.io/nginxinc/nginx-unprivileged:1.29'),
  port: 8080,
  readiness: Probe.http('/'),
  liveness: Probe.tcp(),
};

/** Deployments: several copies, values that differ by environment, updates, a page that an init container writes. */
export class DeploymentsChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: `${env.namespace}-deployments`, labels: partOf('deployments', env.name) });
    ownNamespace(this, env);
    const { small } = env.sizes;
    this.copies(small);
    this.fromValues(env);
    this.updates(small);
    this.page('v1', small);
    this.page('v2', small);
    this.metricsServer(env);
  }

  /** Three copies: one that is deleted is there again at once. Which Pods are counted says a selector that others cannot share. */
  private copies(size: ContainerSize): void {
    new ProbedDeployment(this, 'Hellok8s', { ...hellok8s, size, replicas: 3 });
    new ProbedDeployment(this, 'Nginx', { ...nginx, size, replicas: 3 });
  }

  /** What a Helm chart leaves open for its values, a chart here takes from its environment; and the compiler reads along. */
  private fromValues({ name, replicas, sizes: { small: size } }: Environment): void {
    new ProbedDeployment(this, 'FromValues', {
      ...hellok8s,
      name: `${name}-deployment`,
      size,
      replicas: replicas.maxReplicas,
    });
  }

  /** All old Pods go before the first new one comes. Its labels and its selector were different, which Kubernetes refuses. */
  private updates(size: ContainerSize): void {
    new ProbedDeployment(this, 'Recreated', { ...nginx, size, replicas: 3, rollout: Rollout.recreate() });
  }

  /**
   * What the init container writes, nginx serves: both see the one volume. The second version had neither, and showed nginx's
   * own page. A name of the template and the only restart policy of a Deployment may be stated, but no prop asks for them.
   */
  private page(version: 'v1' | 'v2', size: ContainerSize): void {
    const app = Volume.emptyDir('app', { sizeLimit: Size.mebibytes(1) });
    const write = {
      name: 'write-page',
      image: imageFrom('docker.io/library/busybox:1.37'),
      size,
      command: ['/bin/sh', '-c', `echo ${version}-pod > /app/index.html`],
      mounts: [app.at('/app')],
    };
    const { deployment } = new ProbedDeployment(this, `Page-${version}`, {
      ...nginx,
      application: 'page',
      size,
      mounts: [app.at('/usr/share/nginx/html', { access: 'readOnly' })],
      initContainers: [write],
    });
    override(deployment, { spec: { template: { metadata: { name: 'nginx' }, spec: { restartPolicy: 'Always' } } } });
  }

  /** The metrics server whole, where the tutorial had two lines of it. Not to check the kubelets' certificates is for a try. */
  private metricsServer({ sizes: { medium: size } }: Environment): void {
    const account = new WorkloadAccount(this, 'Account', { name: 'metrics-server', token: 'mounted' });
    new ProbedDeployment(this, 'MetricsServer', {
      image: imageFrom('registry.k8s.io/metrics-server/metrics-server:v0.8.0'),
      size,
      port: 10250,
      portName: 'https',
      replicas: 1,
      args: [
        '--cert-dir=/tmp',
        '--secure-port=10250',
        '--kubelet-preferred-address-types=InternalIP,ExternalIP,Hostname',
        '--kubelet-use-node-status-port',
        '--metric-resolution=15s',
        '--kubelet-insecure-tls',
      ],
      readiness: Probe.http('/readyz', { scheme: 'HTTPS' }),
      liveness: Probe.http('/livez', { scheme: 'HTTPS' }),
      account: { name: account.name, token: 'mounted' },
      podAnnotations: { [NEEDS]: 'the roles and the APIService that its components.yaml has' },
    });
  }
}
