import { Chart, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { Probe } from '../../constructs/container/probe';
import { Volume } from '../../constructs/storage/volume';
import { ProbedDeployment } from '../../constructs/workload/probed-deployment';
import { Rollout } from '../../constructs/workload/rollout';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import { partOf } from '../../kubernetes/labels';

const nginx = {
  image: imageFrom('docker.io/nginxinc/nginx-unprivileged:1.29'),
  port: 8080,
  readiness: Probe.http('/'),
  liveness: Probe.tcp(),
};

/** Deployments: several copies, rolling and recreating updates, a page that an init container writes. */
export class DeploymentsChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: env.namespace, labels: partOf('deployments', env.name) });
    const size = env.sizes.small;
    new ProbedDeployment(this, 'Hellok8s', {
      image: imageFrom('registry.cn-hangzhou.aliyuncs.com/ceyewan/hellok8s:v1'),
      size,
      port: 3000,
      readiness: Probe.http('/'),
      liveness: Probe.http('/healthz'),
      replicas: 3,
    });
    new ProbedDeployment(this, 'Nginx', { ...nginx, size, replicas: 3 });
    new ProbedDeployment(this, 'Recreated', { ...nginx, size, rollout: Rollout.recreate() });
    this.page(env);
  }

  /** What the init container writes, nginx serves: both see the one volume. */
  private page({ sizes: { small: size } }: Environment): void {
    const page = Volume.emptyDir('page', { sizeLimit: Size.mebibytes(1) });
    const write = {
      name: 'write-page',
      image: imageFrom('docker.io/library/busybox:1.37'),
      size,
      command: ['sh', '-c', 'echo v1-pod > /work/index.html'],
      mounts: [page.at('/work')],
    };
    new ProbedDeployment(this, 'Page', {
      ...nginx,
      size,
      mounts: [page.at('/usr/share/nginx/html', { access: 'readOnly' })],
      initContainers: [write],
    });
  }
}
